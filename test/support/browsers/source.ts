import type { Source, Tab } from './contract';
import { until } from '../within';

/** The source as the text of one expression, a promise of its value. */
export function expressionOf<T, A extends unknown[]>(source: Source<T, A>, args: A): string {
  const value =
    typeof source === 'string' ? source : `(${String(source)})(...${JSON.stringify(args)})`;
  return `(async () => (\n${value}\n))()`;
}

/** `waitFor` for a tab, made of its `eval`. */
export function waitWith(evaluate: Tab['eval']): Tab['waitFor'] {
  return (source, { args, withinMs = 10_000 } = {}) =>
    until(
      () => evaluate(source, ...(args ?? ([] as unknown as NonNullable<typeof args>))),
      withinMs,
      `Waited ${withinMs} ms in vain for ${String(source)}`,
    );
}

/**
 * `back` for a tab, made of its `eval`. The engines' own commands wait for a load event, which a page
 * out of the back/forward cache does not have.
 */
export function backWith(evaluate: Tab['eval']): Tab['back'] {
  return async () => {
    const left = await evaluate<string>('location.href');
    await evaluate('void history.back()');
    await until(
      () => evaluate((url) => location.href !== url && document.readyState === 'complete', left),
      20_000,
      `Back from ${left} led nowhere within 20 s`,
    );
  };
}
