import { on } from '../browser/on';
import { readText } from '../core/foreign';
import type { Collector } from './contract';

/** Records images, scripts, styles and the like that could not be loaded. */
export const resources: Collector = ({ record }) =>
  on(globalThis, ['error'], ({ target }) => {
    record(
      'network',
      () => {
        const url = readText(target, 'src') ?? readText(target, 'href') ?? readText(target, 'data');
        return url && { subtype: readText(target, 'localName'), method: 'GET', url };
      },
      { level: 'error' },
    );
  });
