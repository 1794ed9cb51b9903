import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { hasOwnHost } from '../../demo/http.mjs';

const isOwn = (host: string | undefined, port: number): boolean =>
  hasOwnHost({ headers: { host } } as IncomingMessage, port);

test.each(['127.0.0.1', 'localhost'])('a server on loopback is called %s', (name) => {
  expect(isOwn(`${name}:8001`, 8001)).toBe(true);
  expect(isOwn(`${name}:8002`, 8001)).toBe(false);
  expect(isOwn(name, 8001)).toBe(false);
});

test('a browser leaves out the usual port', () => {
  expect(isOwn('127.0.0.1', 80)).toBe(true);
  expect(isOwn('localhost', 80)).toBe(true);
  expect(isOwn('localhost:80', 80)).toBe(true);
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '', undefined])(
  'a page that has turned its own name %j to this machine is sent away',
  (host) => {
    expect(isOwn(host, 80)).toBe(false);
  },
);
