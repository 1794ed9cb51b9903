import { parse } from 'acorn';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import ts from 'typescript';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import { anchors, codeBlocks, documents, links } from '../support/markdown';
import type { CodeBlock } from '../support/markdown';
import { root } from '../support/sources';

const all = documents();
const blocks = all.flatMap(codeBlocks);
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = json('package.json');

/** Declares what a fragment takes for granted. */
const fragment = join(root, 'test/fixtures/fragment.d.ts');

/** What comes with the compiler, read once. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of blocks that use the package by its name. */
function complaintsOf(given: CodeBlock[], isScript: boolean, ...prelude: string[]): string[] {
  const files = new Map(
    given.map((block, index) => [
      join(root, 'test/house', `block-${index}.${isScript ? 'jsx' : 'tsx'}`),
      block,
    ]),
  );
  const options: ts.CompilerOptions = {
    // Who writes JavaScript does not hear what the compiler would like to know.
    strict: !isScript,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    paths: Object.fromEntries(
      Object.entries<{ import?: { types: string } }>(manifest.exports)
        .filter(([, door]) => door.import)
        .map(([name, door]) => [
          name.replace('.', 'rollcage'),
          [join(root, (door.import as { types: string }).types)],
        ]),
    ),
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, target, ...rest) => {
    const block = files.get(file);
    if (block) return ts.createSourceFile(file, `${block.code}\nexport {};\n`, target);
    if (!libraries.has(file)) libraries.set(file, getSourceFile(file, target, ...rest));
    return libraries.get(file);
  };
  const program = ts.createProgram([...files.keys(), ...prelude], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.text.slice(file.text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0];
    const { place } = files.get(file?.fileName ?? '') ?? { place: file?.fileName };
    return `${place}: ${line?.trim()}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

const inLanguage = (...languages: string[]): CodeBlock[] =>
  blocks.filter(({ language }) => languages.includes(language));

describe('a block of code', () => {
  test('is of a kind that is proved here', () => {
    const proved = ['ts', 'tsx', 'js', 'jsx', 'html', 'json', 'sh'];
    expect(blocks.filter(({ language }) => !proved.includes(language))).toEqual([]);
  });

  describe.each([
    ['TypeScript', false, inLanguage('ts', 'tsx')],
    ['JavaScript', true, inLanguage('js', 'jsx')],
  ])('in %s', (_, isScript, given) => {
    test('compiles as it stands', () => {
      const whole = given.filter(({ mark }) => mark !== 'fragment');
      expect(complaintsOf(whole, isScript)).toEqual([]);
    });

    test('compiles with what it takes for granted, where it says that it is a fragment', () => {
      const fragments = given.filter(({ mark }) => mark === 'fragment');
      expect(complaintsOf(fragments, isScript, fragment)).toEqual([]);
    });
  });

  test('that is wrong does not compile', () => {
    const wrong = { place: 'here', language: 'js', mark: 'fragment', code: 'rollbar.eror("x");' };
    expect(complaintsOf([wrong], true, fragment).join()).toContain("Did you mean 'error'?");
  });

  test.each(inLanguage('html'))('in HTML has scripts that can be read: $place', ({ code }) => {
    const scripts = [...new JSDOM(code).window.document.scripts];
    const inline = scripts.filter(({ src, type }) => !src && (!type || type === 'module'));
    for (const { text, type } of inline) {
      const sourceType = type === 'module' ? 'module' : 'script';
      expect(() => parse(text, { ecmaVersion: 2020, sourceType })).not.toThrow();
    }
    const files = scripts.filter(({ src }) => src).map(({ src }) => src.split('/').at(-1));
    const shipped = Object.keys(manifest.exports).map((name) => name.split('/').at(-1));
    // Of ours; a page has others, too.
    expect(
      files.filter((file) => /^rollcage/.test(file ?? '')).filter((f) => !shipped.includes(f)),
    ).toEqual([]);
  });

  test.each(inLanguage('json'))('in JSON is: $place', ({ code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  });

  test.each(inLanguage('sh'))('for a shell names what there is: $place', ({ code }) => {
    const scripts = [...code.matchAll(/npm (?:run )?(\w+)/g)].map(([, name = '']) => name);
    const known = ['install', 'pack', 'ci', ...Object.keys(manifest.scripts)];
    expect(scripts.filter((name) => !known.includes(name))).toEqual([]);
    const commands = [...code.matchAll(/npx rollcage (\w+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !['inspect', 'snippet'].includes(name))).toEqual([]);
    const programs = [...code.matchAll(/\bnode ([\w./-]+)/g)].map(([, file = '']) => file);
    expect(programs.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

test('the proxy of docs/troubleshooting.md hands on items, answers and pauses', async () => {
  const collector = await createCollector();
  onTestFinished(() => collector.close());
  const [proxy] = blocks.filter(({ mark }) => mark === 'proxy');
  const code = proxy?.code.replace('https://api.rollbar.com/api/1/item/', collector.endpoint);
  const { handOn } = (await import(`data:text/javascript,${encodeURIComponent(code ?? '')}`)) as {
    handOn(request: Request): Promise<Response>;
  };
  const post = (): Promise<Response> => {
    const body = JSON.stringify({ access_token: 'token', data: message });
    return handOn(new Request('https://shop.example/items/', { method: 'POST', body }));
  };
  const message = { environment: 'test', body: { message: { body: 'through the proxy' } } };
  expect(await (await post()).json()).toMatchObject({ err: 0 });
  expect(collector.items.map(({ item }) => item.data)).toEqual([message]);
  collector.behave({ status: 429, retryAfter: 7 });
  const late = await post();
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await handOn(new Request('https://shop.example/items/'))).status).toBe(405);
});

test('every link leads to a file and a heading of it', () => {
  const broken = all.flatMap((document) =>
    links(document)
      .filter((to) => !/^https?:/.test(to))
      .filter((to) => {
        const [path = '', anchor] = to.split('#');
        const file = path ? join(dirname(document.file), path) : document.file;
        if (!existsSync(join(root, file))) return true;
        const target = all.find((each) => each.file === file);
        return anchor !== undefined && !(target && anchors(target).includes(anchor));
      })
      .map((to) => `${document.file}: ${to}`),
  );
  expect(broken).toEqual([]);
});

test('the README leads to every page of the docs', () => {
  const readme = all.find(({ file }) => file === 'README.md');
  const led = readme ? links(readme).map((to) => to.split('#')[0]) : [];
  const pages = all.map(({ file }) => file).filter((file) => file !== 'README.md');
  expect(pages.filter((file) => !led.includes(file))).toEqual([]);
});
