import { parse } from 'acorn';
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openingCommand } from '../../demo/cli/open.mjs';
import { root } from '../support/sources';
import { until } from '../support/within';
import { itemOf } from './requests';

/** As it is shipped; that it is what the sources build, another test holds. */
const program = join(root, 'dist/cli.js');
const dist = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');
const integrities = JSON.parse(dist('integrity.json')) as Record<string, string>;

interface Outcome {
  code: number;
  out: string;
  err: string;
}

const rollcage = (...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { timeout: 20_000 }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

const least = ['snippet', '--token', 'a-token', '--environment', 'test'];
const snippetWith = (...args: string[]) => rollcage(...least, ...args);

/** The only script of the HTML, and what it configures when it is run. */
function scriptIn(html: string) {
  const { document } = new JSDOM(`<!doctype html><head>${html}</head><body>after`).window;
  expect(document.body.textContent).toBe('after');
  const scripts = [...document.querySelectorAll('script')];
  expect(scripts).toHaveLength(1);
  const [script] = scripts as [HTMLScriptElement];
  const page = new JSDOM('', { runScripts: 'outside-only', url: 'https://page.example/' }).window;
  const text = script.textContent ?? '';
  page.eval(text);
  const config = JSON.parse(JSON.stringify(page.eval('_rollbarConfig'))) as object;
  return { script, text, config, Rollbar: page.eval('typeof Rollbar') as string };
}

describe('rollcage snippet', () => {
  test('prints a script that configures and is the snippet', async () => {
    const { code, out } = await snippetWith();
    expect(code).toBe(0);
    const { script, text, config, Rollbar } = scriptIn(out);
    expect(script.getAttribute('nonce')).toBe('{{nonce}}');
    expect(config).toEqual({
      accessToken: 'a-token',
      environment: 'test',
      rollbarJsUrl: '/rollcage.full.min.js',
      integrity: integrities['rollcage.full.min.js'],
    });
    expect(text).toContain(dist('rollcage.snippet.js').trim());
    expect(Rollbar).toBe('object');
    expect(() => parse(text, { ecmaVersion: 5 })).not.toThrow();
  });

  test('takes an endpoint, the place of the script and a nonce', async () => {
    const endpoint = 'http://127.0.0.1:8001/api/1/item/';
    const { out, err } = await snippetWith(
      ...['--endpoint', endpoint, '--nonce', '<%= nonce %>'],
      ...['--src', 'https://cdn.example/a/rollcage.min.js?v=1'],
    );
    const { script, config } = scriptIn(out);
    expect(script.getAttribute('nonce')).toBe('<%= nonce %>');
    expect(config).toMatchObject({
      endpoint,
      rollbarJsUrl: 'https://cdn.example/a/rollcage.min.js?v=1',
      integrity: integrities['rollcage.min.js'],
    });
    expect(err).toContain("script-src 'nonce-<%= nonce %>';");
    expect(err).toContain('connect-src http://127.0.0.1:8001;');
    expect(err).toMatch(/'sha256-[^']+' https:\/\/cdn\.example\/a\/rollcage\.min\.js;/);
  });

  test.each([
    ['//cdn.example/a/rollcage.min.js', 'cdn.example/a/rollcage.min.js'],
    ['./rollcage.min.js', "'self'"],
    ['https://cdn.example/a b;c/rollcage.min.js', 'https://cdn.example/a%20b%3Bc/rollcage.min.js'],
  ])('the policy lets the script come from %s', async (src, from) => {
    const { out, err } = await snippetWith('--src', src);
    expect(scriptIn(out).config).toMatchObject({ rollbarJsUrl: src });
    expect(/'sha256-[^']+' (.*);/.exec(err)?.[1]).toBe(from);
  });

  test('takes a path of the page for the endpoint, as of a proxy of its own', async () => {
    const { out, err } = await snippetWith('--endpoint', '/items/');
    expect(scriptIn(out).config).toMatchObject({ endpoint: '/items/' });
    expect(err).toContain("connect-src 'self';");
  });

  test.each([
    ['/rollcage.full.min.js', []],
    ['/a/rollcage.min.js', ['--no-integrity']],
  ])('tells which file is to be found at %s', async (src, args) => {
    const { err } = await snippetWith('--src', src, ...args);
    expect(err).toContain(`byte for byte, at ${src}\n`);
    const file = /^ {2}(\/.*)$/m.exec(err)?.[1] as string;
    expect(readFileSync(file, 'utf8')).toBe(dist(src.slice(src.lastIndexOf('/') + 1)));
  });

  test('tells of no file where the script is not one of ours', async () => {
    expect((await snippetWith('--src', '/errors.js')).err).not.toContain('byte for byte');
  });

  test.each([
    ['the script is not one of ours', ['--src', '/errors.js']],
    ['it is not wanted', ['--no-integrity']],
  ])('leaves the hash out where %s', async (_, args) => {
    expect(scriptIn((await snippetWith(...args)).out).config).not.toHaveProperty('integrity');
  });

  test('tells the policy: the hash is that of the script as a browser reads it', async () => {
    const { out, err } = await snippetWith();
    const hash = createHash('sha256').update(scriptIn(out).text).digest('base64');
    expect(err).toContain(`script-src 'sha256-${hash}' 'self';`);
    expect(err).toContain("script-src 'nonce-{{nonce}}';");
    expect(err).toContain('connect-src https://api.rollbar.com;');
    expect(err).toContain("require-trusted-types-for 'script'; trusted-types rollcage;");
  });

  test.each([
    '</script><script>alert(1)</script>',
    '</SCRIPT ><!--<script>',
    'a\u2028b\u2029c',
    `"'\\\n\r\t\0$&$1{{nonce}}`,
    ']]>--><b>',
  ])('no token can end its text or the script: %j', async (token) => {
    // An argument of a program ends at NUL.
    const sent = token.replaceAll('\0', '');
    const { out } = await rollcage('snippet', '--token', sent, '--environment', sent);
    const { text, config } = scriptIn(out);
    expect(config).toMatchObject({ accessToken: sent, environment: sent });
    expect(() => parse(text, { ecmaVersion: 5 })).not.toThrow();
  });

  test.each([
    [['--environment', 'test'], /--token is missing/],
    [['--token', 'a-token'], /--environment is missing/],
    [[...least.slice(1), '--endpoint', 'api.rollbar.com'], /--endpoint must be an http/],
    [[...least.slice(1), '--endpoint', 'ftp://a/'], /--endpoint must be an http/],
    [[...least.slice(1), '--endpoint', ''], /--endpoint must be an http/],
    [[...least.slice(1), '--endpoint', 'https://me:secret@a.example/'], /--endpoint must be an/],
    [[...least.slice(1), '--src', ''], /--src must be an http/],
    [[...least.slice(1), '--src', 'https://'], /--src must be an http/],
    [[...least.slice(1), '--src', 'http://[bad'], /--src must be an http/],
    [[...least.slice(1), '--src', 'javascript:alert(1)'], /--src must be an http/],
    [[...least.slice(1), '--nonce', '"><b'], /--nonce must be a text/],
    [[...least.slice(1), '--nonce', "a'; default-src *"], /--nonce must be a text/],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await rollcage('snippet', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('rollcage inspect', () => {
  interface Running {
    url: string;
    endpoint: string;
    said: string;
    end(signal: NodeJS.Signals): Promise<number | null>;
  }

  async function inspecting(...args: string[]): Promise<Running> {
    const child = spawn(process.execPath, [program, 'inspect', ...args]);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk));
    await until(() => said.includes('Ctrl-C'), 15_000, 'It says nothing');
    return {
      said,
      url: /Inspector +(\S+)/.exec(said)?.[1] ?? '',
      endpoint: /endpoint: '([^']+)'/.exec(said)?.[1] ?? '',
      end(signal) {
        child.kill(signal);
        return ended;
      },
    };
  }

  test('takes items, shows them, and ends when asked', async () => {
    const { url, endpoint, said, end } = await inspecting('--port', '0');
    expect(said).toContain('A development tool: only this machine reaches it.');
    const reply = await fetch(endpoint, { method: 'POST', body: JSON.stringify(itemOf('u1')) });
    expect(await reply.json()).toEqual({ err: 0, result: { id: null, uuid: 'u1' } });
    expect(await (await fetch(`${url}/api/items`)).json()).toMatchObject([{ uuid: 'u1' }]);
    expect(await (await fetch(url)).text()).toContain('<title>');
    expect(await end('SIGINT')).toBe(0);
  });

  test('says in one sentence that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await rollcage('inspect', '--port', String(port))).toEqual({
      code: 1,
      out: '',
      err: `rollcage: Port ${port} is taken; name another with --port.\n`,
    });
  });

  test.each(['many', '65536', '-1', ''])('refuses the port %j', async (port) => {
    const { code, err } = await rollcage('inspect', `--port=${port}`);
    expect(code).toBe(2);
    expect(err).toContain('--port must be a number up to 65535');
  });

  test('says so when what each system has for it has opened no browser', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcage-open-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['open', 'xdg-open']) {
      writeFileSync(join(folder, name), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
    }
    const env = { ...process.env, PATH: folder + delimiter + process.env.PATH };
    const child = spawn(process.execPath, [program, 'inspect', '--port', '0', '--open'], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    let complained = '';
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk));
    await until(() => complained.includes('\n'), 15_000, 'It says nothing');
    expect(complained).toMatch(/^rollcage: No browser could be opened; go to http:\S+\n$/);
  });

  test('is opened with what each system has for it', () => {
    const url = 'http://127.0.0.1:8001';
    expect(openingCommand('darwin', url)).toEqual(['open', [url]]);
    expect(openingCommand('linux', url)).toEqual(['xdg-open', [url]]);
    expect(openingCommand('win32', url)).toEqual(['cmd', ['/c', 'start', '""', url]]);
  });
});

describe('rollcage', () => {
  test.each([
    [['--help'], /^Usage: rollcage <command>/],
    [['inspect', '--help'], /development tool: only this machine reaches it/],
    [['snippet', '--help'], /--token <token>/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j', async (args, out) => {
    expect(await rollcage(...args)).toEqual({ code: 0, out: expect.stringMatching(out), err: '' });
  });

  test.each([
    [[], 'rollcage: A command is missing: say inspect or snippet, or --help.\n'],
    [['inspcet'], 'rollcage: There is no "inspcet": say inspect or snippet, or --help.\n'],
    [['toString'], 'rollcage: There is no "toString": say inspect or snippet, or --help.\n'],
    [
      ['inspect', '--prot', '1'],
      "rollcage: Unknown option '--prot'; see rollcage inspect --help.\n",
    ],
    [['inspect', 'x'], "rollcage: Unexpected argument 'x'; see rollcage inspect --help.\n"],
    [['snippet', '--token'], /^rollcage: Option '--token <value>' argument missing; see .*\.\n$/],
  ])('%j is answered with one sentence and exit code 2', async (args, err) => {
    const expected = typeof err === 'string' ? err : expect.stringMatching(err);
    expect(await rollcage(...args)).toEqual({ code: 2, out: '', err: expected });
  });
});
