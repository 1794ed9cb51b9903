/** A server that takes what any of the notifiers posts, as its vendor would. */
import { createServer } from 'node:http';

/** Answers by the beginning of the path. */
const answers = [
  ['/api/1/item', 200, '{"err":0,"result":{"id":null,"uuid":""}}'],
  ['/api/1/envelope', 200, '{"id":"0"}'],
  ['/notify', 200, 'OK'],
  ['/v1/notices', 201, '{"id":"0"}'],
  ['/api/v3/projects', 201, '{"id":"0","url":""}'],
  ['/data', 200, '{}'],
];

export async function createCollector() {
  let reports = 0;
  const server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const [path, status, body] = answers.find(([path]) => url.startsWith(String(path))) ?? [
      '',
      404,
      '',
    ];
    request.resume().on('end', () => {
      if (method === 'POST' && path) reports++;
      response.writeHead(method === 'OPTIONS' ? 204 : Number(status), {
        'content-type': 'application/json',
        'access-control-allow-origin': headers.origin ?? '*',
        'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
        'access-control-max-age': '600',
        'cross-origin-resource-policy': 'cross-origin',
      });
      response.end(method === 'OPTIONS' ? undefined : body);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    /** How many reports have come so far. */
    reports: () => reports,
    close: () => (server.closeAllConnections(), server.close()),
  };
}
