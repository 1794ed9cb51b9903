/** Requests that fetch would not send: any path, any Host, any byte. */
import { request, type IncomingHttpHeaders } from 'node:http';
import type { Item } from '../../src/items-api';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends exactly this and reads the whole reply. */
export function raw(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Reply> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (res) => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', (chunk: string) => (text += chunk));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
        res.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The least that is an item. */
export function itemOf(uuid?: string, body = 'Hello, world!'): Item {
  const data = { environment: 'test', body: { message: { body } } };
  return { access_token: 'token', data: uuid === undefined ? data : { ...data, uuid } };
}
