/** What page (or worker) this is, right now. Undefined where there is none: Node. */
function pageFacts() {
    const { location, navigator, screen, innerWidth, innerHeight } = globalThis;
    if (!location || !navigator)
        return undefined;
    return {
        url: location.href,
        javascript: {
            browser: navigator.userAgent,
            language: navigator.language,
            cookie_enabled: navigator.cookieEnabled,
            // A worker has neither screen nor window.
            ...(screen && {
                screen: { width: screen.width, height: screen.height },
                viewport: { width: innerWidth, height: innerHeight },
            }),
        },
    };
}

export { pageFacts };
