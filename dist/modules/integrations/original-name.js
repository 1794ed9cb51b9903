/** Characters above a call in which its function is looked for. */
const reach = 100000;
const value = '(?:async\\b\\s*)?(?:(?:function|class)\\b|(?:\\([^()]*\\)|[\\w$]+)\\s*=>)';
/**
 * Where the name of the function or class stands in whose body the text ends, if it has this name.
 * Read without a parser: a brace in a text may hide it, and then it is not found.
 */
function functionStart(text, name) {
    const from = Math.max(0, text.length - reach);
    const near = text.slice(from);
    const word = name.replace(/\$/g, '\\$&');
    const heads = new RegExp(`\\b(?:function|class)\\b[\\s*]*(?=${word}(?![\\w$]))|(?:^|[^\\w$.#])(?=${word}\\s*=\\s*${value})`, 'g');
    const starts = [...near.matchAll(heads)].map(({ 0: head, index }) => index + head.length);
    const start = starts.reverse().find((start) => {
        let depth = 0;
        for (const [sign] of near.slice(start).matchAll(/[(){}]/g)) {
            depth += '({'.includes(sign) ? 1 : -1;
            // Parameters end with a parenthesis, a body with a brace, or with that of what is around it.
            if (depth < 0 || (!depth && sign === '}'))
                return false;
        }
        return true;
    });
    return start === undefined ? undefined : from + start;
}
/** What a method of a frame at this place was called before the build. */
function originalName(method, built, place, map) {
    let lineStart = 0;
    for (let line = 1; line < place.line; line++)
        lineStart = built.indexOf('\n', lineStart) + 1;
    const above = built.slice(0, lineStart + place.column);
    // What stands after a dot is the name of a property, which stays.
    return method.replace(/(^new |^|\/)([\w$]+)/g, (whole, before, name) => {
        const start = functionStart(above, name);
        if (start === undefined)
            return whole;
        const found = map.originalPositionFor({
            line: place.line - above.slice(start).split('\n').length + 1,
            column: start - above.lastIndexOf('\n', start) - 1,
        });
        return before + (found.name ?? name);
    });
}

export { functionStart, originalName };
