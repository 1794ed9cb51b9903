/** Broken pages by the dozen: each in a frame of a page that stays whole. */
import type { Browser } from './browsers';
import { fixture, openScripts } from './guests';
import type { Pages } from './pages';
import { bundlePath } from './site';
import { until } from './within';

/** What happens in a frame, as texts of scripts. */
export interface Plan {
  /** Comes before the notifier. */
  before?: string;
  /** Comes after it. */
  after?: string;
  /** What the page does; `t` is told of it, and `Rollbar` does nothing where there is no notifier. */
  act: string;
  /** How many reports are waited for. */
  reports: number;
}

/** What a page has seen. */
export interface Seen {
  /** What each action gave or threw. */
  lines: string[];
  /** What nobody has caught. */
  uncaught: string[];
  /** What the developer was told by the notifier. */
  told: string[];
  /** What has been reported, one text each. */
  reported: string[];
}

const reportPath = '/api/1/item/';

const html = (id: string, { before = '', after = '', act }: Plan, isWhole: boolean): string => {
  const options = `{
    accessToken: '${id}', endpoint: '${reportPath}?${id}', itemsPerMinute: 1000,
    captureUncaught: true, captureUnhandledRejections: true, scrubTelemetryInputs: false,
    autoInstrument: {
      longTasks: true, networkRequestHeaders: true, networkResponseHeaders: true,
      networkRequestBody: true, networkResponseBody: true,
    },
  }`;
  const absolute = options.replace(`'${reportPath}`, `parent.origin + '${reportPath}`);
  return `<!doctype html><title>cell</title><body><script>
    var t = parent.begin(window, '${id}');
    var Rollbar;
    </script>
    <script>${before}</script>
    ${
      isWhole
        ? `<script>var _rollbarConfig = ${absolute}</script><script src="${bundlePath}"></script>`
        : ''
    }
    <script>
    Rollbar ??= {
      error: () => ({}), configure: () => ({}), uninstall: () => undefined,
      captureEvent: () => false, stats: () => ({}), wait: () => undefined, wrap: (act) => act,
    };
    </script>
    <script>${after}</script>
    <script>${act}</script>`;
};

export interface Cells {
  /** What pages with these plans have seen: the bare one and the one with the notifier. */
  visit(plans: Plan[]): Promise<[bare: Seen, whole: Seen][]>;
}

/** Opens the page that stays whole; it ends with the test. */
export async function openCells(browser: Browser): Promise<Cells> {
  const { pages, tab } = await openScripts(browser, [fixture('cells.js')]);
  let count = 0;
  pages.set(reportPath, { body: '{"err":0,"result":{}}', type: 'application/json' });

  return {
    async visit(plans) {
      const ids = plans.flatMap((plan) =>
        [false, true].map((isWhole) => {
          const id = `cell-${count++}`;
          pages.set(`/cell/${id}`, html(id, plan, isWhole));
          return id;
        }),
      );
      await tab.eval<void>(
        `visit(${JSON.stringify(ids)}).then((end) => void (globalThis.end = end))`,
      );
      const wanted = plans.flatMap(({ reports }, i) =>
        Array<string>(reports).fill(ids[2 * i + 1] as string),
      );
      await until(
        () => wanted.every((id) => reportsOf(pages, id).length >= countOf(wanted, id)),
        10_000,
        'not all has been reported',
      ).catch(() => undefined);
      const seen = await tab.eval<Seen[]>('end()');
      return plans.map((_, i) => {
        const [bare, whole] = [2 * i, 2 * i + 1].map((at) => ({
          ...(seen[at] as Seen),
          reported: reportsOf(pages, ids[at] as string),
        }));
        return [bare, whole] as [Seen, Seen];
      });
    },
  };
}

const countOf = (ids: string[], id: string): number => ids.filter((one) => one === id).length;

const reportsOf = ({ requests }: Pages, id: string): string[] =>
  requests
    .filter(({ path, query }) => path === reportPath && query === `?${id}`)
    .map(({ body }) => body);
