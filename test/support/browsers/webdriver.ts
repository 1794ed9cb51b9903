/** A W3C WebDriver session: https://www.w3.org/TR/webdriver2/#endpoints */
export interface Session {
  version: string;
  send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>;
}

interface NewSession {
  sessionId: string;
  capabilities: { browserVersion: string };
}

const ANSWER_MS = 30_000;
const START_MS = 20_000;

/** Opens the session; the driver must be listening. */
export async function openSession(driver: string): Promise<Session> {
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      timeouts: { script: ANSWER_MS - 5_000, pageLoad: ANSWER_MS - 5_000 },
    },
  };
  const { sessionId, capabilities: found } = await command<NewSession>({
    url: `${driver}/session`,
    method: 'POST',
    body: { capabilities },
    ms: START_MS,
    // Without a display the driver accepts the request and then stays silent.
    complaint: `WebKit did not answer within ${START_MS / 1000} s: is Xvfb installed?`,
  });
  return {
    version: found.browserVersion,
    send: (method, path, body) =>
      command({
        url: `${driver}/session/${sessionId}${path}`,
        method,
        body: method === 'POST' ? (body ?? {}) : undefined,
        ms: ANSWER_MS,
        complaint: `WebKit did not answer ${method} ${path} within ${ANSWER_MS / 1000} s`,
      }),
  };
}

interface Command {
  url: string;
  method: string;
  body: object | undefined;
  ms: number;
  complaint: string;
}

async function command<T>({ url, method, body, ms, complaint }: Command): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  try {
    const response = await fetch(url, {
      method,
      signal,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as {
      value: T & { error?: string; message?: string };
    };
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  } catch (error) {
    if (signal.aborted) throw new Error(complaint, { cause: error });
    throw error;
  }
}
