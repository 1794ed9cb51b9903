/** Shows the developer what is reported, as the console shows such things. */
function show(level, ...what) {
    const name = { warning: 'warn', critical: 'error' }[level] ?? level;
    try {
        console[name](`Rollcage: ${level}`, ...what);
    }
    catch {
        // A page may have replaced its console by one that throws.
    }
}

export { show };
