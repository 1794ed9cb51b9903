import { levels } from '../items-api';
import type { JsonObject, Level } from '../items-api';
import { isObject, clip, write } from './plain';

/** What an item says that was reported with nothing to say. */
export const noMessage = 'Item sent with null or missing arguments.';

/** Makes texts of the named fields, of at most so many characters. */
function limit(object: JsonObject, lengths: { [key: string]: number }): void {
  for (const key of Object.keys(lengths)) {
    const value = object[key];
    if (value != null) {
      object[key] = clip(typeof value === 'string' ? value : write(value), lengths[key] as number);
    }
  }
}

/** The field as an object; what is none is kept under `value`. */
function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  if (value == null) return undefined;
  return isObject(value) ? value : (object[key] = { value });
}

/**
 * Makes an occurrence the API accepts of plain data that should be one: every field that the
 * document gives a type or a length has it, the required ones are there, and of the forms of body
 * exactly one. What options and hooks have put elsewhere is kept under `custom` as far as it can
 * be. Changes `data` and returns it.
 */
export function conform(data: JsonObject): JsonObject {
  limit(data, {
    environment: 255,
    code_version: 40,
    platform: 255,
    language: 255,
    framework: 255,
    context: 255,
    fingerprint: 255,
    title: 255,
    uuid: 36,
  });
  data.environment = data.environment || 'unknown';
  if (!levels.includes(data.level as Level)) data.level = 'error';
  if (typeof data.timestamp !== 'number') data.timestamp = undefined;

  ['request', 'server', 'client', 'notifier', 'custom'].forEach((key) => objectAt(data, key));
  const person = objectAt(data, 'person');
  if (person) {
    limit(person, { id: 40, username: 255, email: 255 });
    // "id" is required, and the API would refuse the whole item without it.
    if (!person.id) {
      data.custom = { ...(data.custom as JsonObject | undefined), person };
      data.person = undefined;
    }
  }

  const { telemetry, ...forms } = objectAt(data, 'body') ?? {};
  // The most telling form first: a hook that adds one seldom takes the other away.
  const form = ['crash_report', 'trace_chain', 'trace', 'message'].find((name) => forms[name]);
  const body = (data.body = { telemetry, [form ?? 'message']: forms[form ?? 'message'] ?? {} });
  const message = objectAt(body, 'message');
  if (message) {
    limit(message, { body: 65536 });
    message.body = message.body || noMessage;
  }
  return data;
}
