import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './within';

/** What a path answers. A string alone is HTML. */
export type Page =
  | string
  | {
      body?: string | Buffer;
      headers?: Record<string, string>;
      /** Content type; HTML if left out. */
      type?: string;
      status?: number;
      delayMs?: number;
      /** Answers only then. */
      after?: Promise<unknown>;
      /** Takes the request and never answers. */
      hang?: boolean;
    };

/** A request as it came in. */
export interface PageRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A web server for the pages of one test file. A second one is a second origin. */
export interface Pages {
  readonly origin: string;
  /** All requests so far, oldest first. */
  readonly requests: PageRequest[];
  set(path: string, page: Page): void;
  url(path: string): string;
  /** The first request for the path, waited for if it is not there yet. */
  received(path: string, withinMs?: number): Promise<PageRequest>;
  close(): Promise<void>;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.map': 'application/json',
};

/** Starts a server on a free port of 127.0.0.1, which all engines hold for a secure context. */
export async function createPages(): Promise<Pages> {
  const pages = new Map<string, Page>();
  const requests: PageRequest[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    requests.push({
      method: request.method ?? '',
      path: pathname,
      query: search,
      headers: request.headers,
      body: await bodyOf(request),
    });
    const page = pages.get(pathname) ?? (await fromDist(pathname)) ?? { status: 404 };
    const { body = '', headers, type, status, delayMs, after, hang } = asObject(page);
    if (hang) return;
    await after;
    if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
    response.writeHead(status ?? 200, {
      'content-type': `${type ?? 'text/html'}; charset=utf-8`,
      // Not no-store: that would keep pages out of the back/forward cache.
      'cache-control': 'no-cache',
      ...headers,
    });
    response.end(body);
  };

  const server = createServer((request, response) => {
    // A browser that leaves in the middle of its request is no fault of the test.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    requests,
    set: (path, page) => void pages.set(path, page),
    url: (path) => origin + path,
    received: (path, withinMs = 10_000) =>
      until(
        () => requests.find((request) => request.path === path) as PageRequest,
        withinMs,
        `No request for ${path} within ${withinMs} ms`,
      ),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // Browsers keep connections open, and hanging answers never end by themselves.
      server.closeAllConnections();
      await closed;
    },
  };
}

function asObject(page: Page): Exclude<Page, string> {
  return typeof page === 'string' ? { body: page } : page;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function fromDist(path: string): Promise<Page | undefined> {
  if (!path.startsWith('/dist/')) return undefined;
  const file = normalize(join(dist, decodeURIComponent(path.slice('/dist/'.length))));
  if (!file.startsWith(dist) || file.endsWith(sep)) return undefined;
  try {
    return { body: await readFile(file), type: types[extname(file)] ?? 'text/plain' };
  } catch {
    return undefined;
  }
}
