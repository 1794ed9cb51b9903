import { levels } from '../items-api';
import type { Json, JsonObject, Level } from '../items-api';
import { clip, objectOf, write } from './plain';

/** What an item says that was reported with nothing to say. */
export const noMessage = 'Item sent with null or missing arguments.';

/**
 * What the document wants in the place of a value: a text of at most so many characters; a text,
 * and this one where there is none; a whole number; a list; or an object with these fields.
 */
type Shape = number | string | typeof whole | [Shape] | Fields;
type Fields = { [key: string]: Shape };

/** Up to 32 bits: a time in seconds has no more, one in milliseconds has. */
const whole = null;

const unknown = '(unknown)';

const trace: Shape = {
  frames: [
    {
      filename: unknown,
      lineno: whole,
      colno: whole,
      method: '',
      code: '',
      context: { pre: [''], post: [''] },
    },
  ],
  exception: { class: unknown, message: '', description: '' },
};

/** The most telling form first: a hook that adds one seldom takes the other away. */
const forms: Fields = {
  crash_report: { raw: noMessage },
  trace_chain: [trace],
  trace,
  message: { body: noMessage },
};

const occurrence: Shape = {
  environment: 255,
  timestamp: whole,
  code_version: 40,
  platform: 255,
  language: 255,
  framework: 255,
  context: 255,
  request: {},
  person: { id: 40, username: 255, email: 255 },
  server: {},
  client: { javascript: {} },
  custom: {},
  fingerprint: 255,
  title: 255,
  notifier: { name: 255, version: 255 },
};

/**
 * The value in that shape; undefined leaves it out. An exact object has these fields and no others,
 * whatever the value; any other keeps its own beside them, where there is a value.
 */
function shaped(value: Json | undefined, shape: Shape, isExact: boolean): Json | undefined {
  if (shape === whole) {
    return typeof value === 'number' && value >>> 0 === value ? value : undefined;
  }
  if (Array.isArray(shape)) {
    return ([value ?? []] as Json[][]).flat().map((item) => shaped(item, shape[0], isExact) ?? '');
  }
  if (typeof shape !== 'object') {
    const text = value == null || typeof value === 'string' ? value : write(value);
    return text ? clip(text, +shape || 65536) : +shape ? undefined : shape || undefined;
  }
  // The lines around one are for those who have them.
  if (value == null && (!isExact || shape.pre)) return undefined;
  const from = objectOf(value);
  const fitted: JsonObject = isExact ? {} : { ...from };
  for (const key of Object.keys(shape)) {
    fitted[key] = shaped(from[key], shape[key] as Shape, isExact);
  }
  return fitted;
}

/**
 * Makes an occurrence the API accepts of plain data that should be one: every field that the
 * document gives a type or a length has it, the required ones are there, and of the forms of body
 * exactly one. Other fields of `data` that options and hooks have put there are kept; of a body,
 * only what the document knows is.
 */
export function conform(data: JsonObject): JsonObject {
  const fitted = shaped(data, occurrence, false) as JsonObject;
  const body = objectOf(data.body);
  const form = Object.keys(forms).find((name) => Object.keys(body[name] ?? '').length) ?? 'message';
  const { person, custom } = fitted as { [key: string]: JsonObject | undefined };
  const { uuid } = data;
  return {
    ...fitted,
    environment: fitted.environment ?? 'unknown',
    level: levels.includes(data.level as Level) ? data.level : 'error',
    // "any latin1 string"
    uuid: typeof uuid === 'string' && /^[\0-\xff]{1,36}$/.test(uuid) ? uuid : undefined,
    body: {
      [form]: shaped(body[form] ?? body, forms[form] as Shape, form !== 'message'),
      // What has been cut off, or never was one, has lost its last field first.
      telemetry: Array.isArray(body.telemetry)
        ? body.telemetry.filter((entry) => (entry as JsonObject | null)?.body)
        : undefined,
    },
    // "id" is required, and the API would refuse the whole item without it.
    ...(person && !person.id && { person: undefined, custom: { ...custom, person } }),
  };
}
