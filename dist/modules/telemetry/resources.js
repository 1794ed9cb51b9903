import { on } from '../browser/on.js';
import { readText } from '../core/foreign.js';

/** Records images, scripts, styles and the like that could not be loaded. */
const resources = ({ record }) => on(globalThis, ['error'], ({ target }) => {
    record('network', () => {
        const url = readText(target, 'src') ?? readText(target, 'href') ?? readText(target, 'data');
        return url && { subtype: readText(target, 'localName'), method: 'GET', url };
    }, { level: 'error' });
});

export { resources };
