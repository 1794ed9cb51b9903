import { isRecord, keysOf, read, textOf } from './core/foreign';
import { clip } from './core/plain';
import { levels } from './items-api';
import type { Level } from './items-api';
import { defaults, urlOf, wholeDefaults } from './options';
import type { IgnoredOptions, Options } from './options';
import type { Ports } from './shapes';
import { telemetryDefaults } from './telemetry/options';

/** For each option, a value of the type it must have. */
const examples: { [Name in keyof Required<Omit<Options, keyof IgnoredOptions>>]: unknown } = {
  ...defaults,
  ...wholeDefaults,
  ...telemetryDefaults,
  filterTelemetry: clip,
  telemetryScrubber: clip,
  codeVersion: '',
  code_version: '',
  person: {},
  ignoredMessages: [],
  hostSafeList: [],
  hostBlockList: [],
  sampleRate: 1,
  plugins: {},
  handleUncaughtExceptions: true,
  handleUnhandledRejections: true,
  hostWhiteList: [],
  hostBlackList: [],
  version: '',
  sendConfig: false,
  addErrorContext: false,
  guessErrorClass: false,
  stackTraceLimit: 10,
  stripClassPrefix: false,
  verbose: false,
  captureMessageStack: false,
  overwriteScrubFields: false,
  stripFrameQuery: false,
  context: '',
  payload: {},
  onSendCallback: clip,
  checkIgnore: clip,
  transform: clip,
  globalAlias: '',
  rollbarJsUrl: '',
  integrity: '',
};
const names = Object.keys(examples);

/** Options that do nothing. */
const ignored: { [Name in keyof Required<IgnoredOptions>]: true } = {
  async: true,
  addRequestData: true,
  captureDeviceInfo: true,
  captureEmail: true,
  captureLambdaTimeouts: true,
  captureUsername: true,
  client: true,
  defaultTransport: true,
  exitOnUncaughtException: true,
  host: true,
  inspectAnonymousErrors: true,
  locals: true,
  nodeSourceMaps: true,
  proxy: true,
  replay: true,
  resource: true,
  rewriteFilenamePatterns: true,
  scrubHeaders: true,
  scrubRequestBody: true,
  sendFrameUrl: true,
  tracer: true,
  tracing: true,
  wrapGlobalEventHandlers: true,
};

/** How many letters of the longer name stand between what both begin and what both end with. */
function distance(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  for (let i = 1; same < a.length && a[a.length - i] === b[b.length - i]; i++) same++;
  return longest - same;
}

function unknownOption(name: string): string {
  let least = 4;
  let near = '';
  for (const other of names) {
    const far = distance(name.toLowerCase(), other.toLowerCase());
    if (far < least) [least, near] = [far, other];
  }
  return `unknown option "${name}"${near ? `; did you mean "${near}"?` : ''}`;
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

function isUsable(name: string, value: unknown): boolean {
  const type = typeOf(read(examples, name));
  if (name === 'endpoint') return !!urlOf(value);
  if (/Level$/.test(name)) return levels.includes(value as Level);
  if (name === 'captureIp' && value === 'anonymize') return true;
  if (/^(sampleRate|autoInstrument)$/.test(name) && isRecord(value)) return true;
  // A version may well be a number.
  if (type === 'string') return /string|number/.test(typeof value);
  if (type === 'number') return typeof value === type && (value as number) >= 0;
  return type === 'object' ? isRecord(value) : typeOf(value) === type;
}

function wantedFor(name: string): string {
  if (name === 'endpoint') return 'a URL: items wait for one';
  if (/Level$/.test(name)) return levels.join(', ');
  return `of type ${typeOf(read(examples, name))}`;
}

/** What is wrong with options, in words for the developer; nothing when all is well. */
export function complaintsAbout(options: unknown): string[] {
  if (!isRecord(options)) return [`options must be an object, not ${clip(textOf(options), 40)}`];
  return keysOf(options).flatMap((name) => {
    const value = read(options, name);
    if (Object.keys(ignored).includes(name)) {
      return read(options, 'verbose') ? `option "${name}" does nothing here` : [];
    }
    if (!names.includes(name)) return unknownOption(name.slice(0, 40));
    if (value == null || isUsable(name, value)) return [];
    return `option "${name}" is ${clip(textOf(value), 40)}; it must be ${wantedFor(name)}`;
  });
}

/** Ports of a notifier that says what is wrong with its options. */
export const withComplaints = (ports: Ports): Ports => ({
  ...ports,
  adapt(options) {
    // Who has not said anything cannot have said it wrong.
    if (options !== undefined) complaintsAbout(options).forEach(ports.say);
    return ports.adapt?.(options) ?? (options as object);
  },
});
