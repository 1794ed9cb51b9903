/** Server-sent events to any number of open pages. */

/** @import { ServerResponse } from 'node:http' */

/** A page that reads slower than this is cut off; it comes back and asks for everything anew. */
const maxWaitingBytes = 4 * 1024 * 1024;

/** Sends to every page that listens. */
export function createEvents() {
  /** @type {Set<ServerResponse>} */
  const pages = new Set();

  return {
    /**
     * Keeps the response open as a stream of events.
     * @param {ServerResponse} res
     * @param {string} name of the first event
     * @param {string} json
     */
    open(res, name, json) {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write('retry: 1000\n');
      res.write(eventText(name, json));
      pages.add(res);
      res.on('close', () => pages.delete(res));
    },
    /** @param {string} name @param {string} json */
    emit(name, json) {
      const text = eventText(name, json);
      for (const page of pages) {
        if (page.writableLength > maxWaitingBytes) page.destroy();
        else page.write(text);
      }
    },
  };
}

/** @param {string} name @param {string} json */
function eventText(name, json) {
  // JSON may hold line breaks between its tokens, which would end the event.
  const lines = json.split(/\r\n|\r|\n/);
  return `event: ${name}\n${lines.map((line) => `data: ${line}\n`).join('')}\n`;
}
