/** What there is to say of something thrown that is no error. */
function said(thrown) {
    try {
        const { message } = Object(thrown);
        if (typeof message === 'string' && message)
            return message;
        return Object(thrown) === thrown
            ? `Object with keys: ${Object.keys(thrown).join(', ')}`
            : String(thrown);
    }
    catch {
        return 'Something that cannot be read';
    }
}
/** The arguments of a log method that report what a framework has caught, whatever it is. */
function argumentsOf(thrown, custom, message) {
    // A text beside an error would become its description.
    return [message ?? (thrown instanceof Error ? undefined : said(thrown)), custom, thrown];
}

export { argumentsOf };
