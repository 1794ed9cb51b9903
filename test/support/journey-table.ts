import { format } from 'prettier';
import { engines } from './browsers';
import type { Engine } from './browsers';
import { writeBlock } from './figures';
import type { Figures } from './scenario';

/** What has been counted, by scenario and engine. */
export interface JourneyTable {
  note(scenario: string, engine: Engine, figures: Figures): void;
  /** An engine that cannot, and why. */
  skip(scenario: string, engine: Engine, why: string): void;
  /** A number that needs a word. */
  remark(scenario: string, engine: Engine, what: string): void;
  /** Prints the table, and writes it into the docs where ROLLCAGE_FIGURES is set. */
  tell(): Promise<void>;
}

/** A table in the order of the scenarios; `name, when` stands beside `name`. */
export function createJourneyTable(scenarios: readonly string[]): JourneyTable {
  const rows = new Map<string, Partial<Record<Engine, string>>>();
  const remarks: string[] = [];
  const set = (row: string, engine: Engine, cell: string) =>
    void rows.set(row, { ...rows.get(row), [engine]: cell });
  /** A part before its whole. The longest name wins: some begin like others. */
  const place = (row: string): number => {
    const [found] = scenarios
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => row.startsWith(name))
      .sort((a, b) => b.name.length - a.name.length);
    return found ? found.index + (found.name === row ? 0.5 : 0) : -1;
  };

  const text = (): string => {
    const names = engines();
    const lines = [
      ['captured / delivered / repeated', ...names],
      ['---', ...names.map(() => '--:')],
    ];
    for (const row of [...rows.keys()].sort((a, b) => place(a) - place(b))) {
      lines.push([row, ...names.map((engine) => rows.get(row)?.[engine] ?? '')]);
    }
    const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    return [table, ...remarks].join('\n\n');
  };

  return {
    note: (scenario, engine, { captured, delivered, repeated }) =>
      set(scenario, engine, `${captured} / ${delivered} / ${repeated}`),
    skip(scenario, engine, why) {
      set(scenario, engine, '—');
      remarks.push(`— "${scenario}" in ${engine}: ${why}.`);
    },
    remark: (scenario, engine, what) => void remarks.push(`"${scenario}" in ${engine}: ${what}.`),
    async tell() {
      const table = (await format(text(), { parser: 'markdown' })).trim();
      console.log(table);
      if (process.env.ROLLCAGE_FIGURES) await writeBlock('docs/delivery.md', 'journeys', table);
    },
  };
}
