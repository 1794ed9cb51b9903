import { describe, expect, test } from 'vitest';
import { complaintsAbout } from '../src/complaints';
import type { Options } from '../src/options';
import { start } from './support/fakes';

// Each as people have it in their code today.
describe.each(
  Object.entries({
    async: true,
    addRequestData: () => undefined,
    captureDeviceInfo: true,
    captureEmail: true,
    captureLambdaTimeouts: true,
    captureUsername: true,
    client: { javascript: { code_version: 'abc' } },
    defaultTransport: 'xhr',
    exitOnUncaughtException: true,
    host: 'web-1',
    inspectAnonymousErrors: true,
    locals: { module: class {} },
    nodeSourceMaps: true,
    proxy: { host: 'proxy.example' },
    replay: { enabled: true },
    resource: { 'service.name': 'shop' },
    rewriteFilenamePatterns: ['^.*/'],
    scrubHeaders: ['cookie'],
    scrubRequestBody: true,
    sendFrameUrl: true,
    tracer: {},
    tracing: { enabled: true },
    wrapGlobalEventHandlers: true,
  }),
)('%s of rollbar.js', (name, value) => {
  test('is taken, and changes nothing of an item', () => {
    const [bare, world] = [start(), start({ [name]: value } as Options)];
    const error = new TypeError('x');
    for (const { notifier } of [bare, world]) notifier.error('x', error, { order: 17 });
    expect(world.items()).toEqual(bare.items());
    expect(world.items()).toHaveLength(1);
    expect(world.said).toEqual([]);
  });

  test('is named where the developer asks for words, and only then', () => {
    expect(complaintsAbout({ [name]: value })).toEqual([]);
    expect(complaintsAbout({ [name]: value, verbose: true })).toEqual([
      `option "${name}" does nothing here`,
    ]);
  });
});
