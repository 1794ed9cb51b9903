import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLoopbackServer, onNextFreePort } from '../../demo/http.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { raw } from './requests';

const collector = {
  url: 'http://127.0.0.1:8001',
  endpoint: 'http://127.0.0.1:8001/api/1/item/',
};
let folder: string;
let demo: Awaited<ReturnType<typeof createDemoServer>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcage-'));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, 'rollcage.min.js'), 'script');
  await writeFile(join(dist, 'rollcage.snippet.js'), "var s = '</script><!--$&%nonce%';");
  await symlink(join(folder, 'secret.txt'), join(dist, 'link.txt'));
  demo = await createDemoServer({ collector, dist });
});
afterEach(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

describe('The demo page', () => {
  test('runs nothing but what carries its nonce, and talks to the collector only', async () => {
    const response = await fetch(demo.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)';/.exec(policy)?.[1];
    expect(nonce).toMatch(/^[\w+/]{24}$/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ${collector.url};`);
    const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(2);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
  });

  test('has another nonce each time', async () => {
    const [one, two] = await Promise.all([fetch(demo.url), fetch(demo.url)]);
    const name = 'content-security-policy';
    expect(one.headers.get(name)).not.toBe(two.headers.get(name));
  });

  test('begins with the configuration and the snippet, which cannot end its element', async () => {
    const html = await (await fetch(demo.url)).text();
    const inline = /<script nonce="[^"]*">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(inline).toContain(`"endpoint": "${collector.endpoint}"`);
    expect(inline).toContain('"rollbarJsUrl": "/dist/rollcage.full.min.js"');
    expect(inline).toContain("var s = '\\x3c/script>\\x3c!--$&%nonce%';");
    expect(html.indexOf('<script')).toBeLessThan(html.indexOf('<link'));
  });

  test('links to the inspector', async () => {
    expect(await (await fetch(demo.url)).text()).toContain(`href="${collector.url}"`);
  });

  test('says what to do when nothing has been built', async () => {
    await rm(join(folder, 'dist', 'rollcage.snippet.js'));
    const response = await fetch(demo.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/rollcage\.snippet\.js is not there.*npm run build/s);
  });
});

describe('Files', () => {
  test.each([
    ['/demo.css', 'text/css; charset=utf-8'],
    ['/demo.js', 'text/javascript; charset=utf-8'],
    ['/theme.css', 'text/css; charset=utf-8'],
    ['/dist/rollcage.min.js?v=1', 'text/javascript; charset=utf-8'],
  ])('%s is served as what it is and never kept', async (path, type) => {
    const { status, headers } = await fetch(demo.url + path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    '/dist/../secret.txt',
    '/dist/..%2fsecret.txt',
    '/dist/%2e%2e%2fsecret.txt',
    '/dist/..%5csecret.txt',
    '/dist/....//secret.txt',
    '/dist//../../secret.txt',
    '/dist/link.txt',
    '/dist/',
    '/dist',
    '/dist/%00',
    '/dist/%E0%A4%A',
    '/server.mjs',
    '/../package.json',
    '//evil.example/x',
    '*',
  ])('%s is not to be had', async (path) => {
    const { status, text } = await raw(demo.port, path);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  test('are only to be read', async () => {
    expect((await raw(demo.port, '/', { method: 'POST' })).status).toBe(405);
    const head = await raw(demo.port, '/demo.css', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
  });
});

describe('A port that is taken', () => {
  test('is passed over for the next', async () => {
    const next = await onNextFreePort(demo.port, (port) => createDemoServer({ port, collector }));
    expect(next.port).toBeGreaterThan(demo.port);
    await next.close();
  });

  test('is told to who wanted just that one', async () => {
    await expect(createDemoServer({ port: demo.port, collector })).rejects.toThrow('EADDRINUSE');
  });
});

test('A handler that fails is answered with 500 and ends nothing', async () => {
  const server = await createLoopbackServer(() => {
    throw new Error('broken');
  }, 0);
  for (let n = 0; n < 2; n++) expect((await raw(server.port, '/')).status).toBe(500);
  await server.stop();
});
