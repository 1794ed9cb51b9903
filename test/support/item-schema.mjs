/** The wire, checked: what is wrong with a payload, in words. */
import { schema, validate } from './item-validator.mjs';

/** @import { ErrorObject } from 'ajv/dist/2020.js' */

/**
 * What is wrong with a payload, one readable line each, beginning with the place; empty when
 * nothing is.
 * @param {unknown} item the decoded payload, `{ access_token, data }`
 * @returns {string[]}
 */
export function schemaErrors(item) {
  if (validate(item)) return [];
  // The branches of a failed oneOf each complain about the others' fields; the oneOf itself says it.
  return (validate.errors ?? []).filter((error) => !error.schemaPath.includes('/oneOf/')).map(line);
}

/**
 * Keys our own items have no reason to hold, because the document does not list them: what a
 * misspelt field would be.
 * @param {import('../../src/items-api').Item} item
 * @returns {string[]}
 */
export function undocumented({ data }) {
  const { trace, trace_chain } = /** @type {any} */ (data.body);
  /** @type {(name: string, value: object) => string[]} */
  const unlisted = (name, value) =>
    Object.keys(value ?? {})
      .filter((key) => !Object.hasOwn(/** @type {any} */ (schema).$defs[name].properties, key))
      .map((key) => `${name}.${key}`);
  return [
    ...unlisted('occurrence', data),
    ...[trace, ...(trace_chain ?? [])]
      .filter(Boolean)
      .flatMap(({ frames, exception }) => [
        ...unlisted('exception', exception),
        ...frames.flatMap((/** @type {object} */ frame) => unlisted('frame', frame)),
      ]),
  ];
}

/** @param {ErrorObject} error */
function line(error) {
  const at = place(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'oneOf':
      return `${at} must have exactly one of trace, trace_chain, message, crash_report; has ${options(error.data)}`;
    case 'required':
      return `${join(at, params.missingProperty)} is missing`;
    case 'additionalProperties':
      return `${join(at, params.additionalProperty)} is not a field of the document`;
    case 'enum':
      return `${at} must be one of ${params.allowedValues.join(', ')}; is ${shown(error.data)}`;
    case 'const':
      return `${at} must be ${params.allowedValue}; is ${shown(error.data)}`;
    case 'maxLength':
      return `${at} must have at most ${params.limit} characters; has ${[...String(error.data)].length}`;
    default:
      return `${at} ${error.message}; is ${shown(error.data)}`;
  }
}

/** @param {unknown} body */
function options(body) {
  const names = ['trace', 'trace_chain', 'message', 'crash_report'];
  return names.filter((name) => Object.hasOwn(Object(body), name)).join(', ') || 'none';
}

/** `/data/body/trace/frames/0` as one would write it in code. @param {string} pointer */
function place(pointer) {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(join, '');
}

/** @param {string} at @param {string} key */
function join(at, key) {
  if (/^\d+$/.test(key)) return `${at}[${key}]`;
  return at ? `${at}.${key}` : key;
}

/** A value in a few characters. @param {unknown} value */
function shown(value) {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
