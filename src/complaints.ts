import { isRecord, keysOf, read, textOf } from './core/foreign';
import { clip } from './core/plain';
import { levels } from './items-api';
import type { Level } from './items-api';
import { defaults, urlOf } from './options';
import type { Options } from './options';

/** For each option, a value of the type it must have. */
const examples: { [Name in keyof Required<Options>]: unknown } = {
  ...defaults,
  codeVersion: '',
  code_version: '',
  person: {},
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

/** How many letters have to be typed, deleted or replaced to make one name of the other. */
function distance(a: string, b: string): number {
  const row = [...b, b].map((_, column) => column);
  for (const letter of a) {
    let corner = row[0] as number;
    let left = (row[0] = corner + 1);
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] as number;
      left = Math.min(corner + +(letter !== b[j]), above + 1, left + 1);
      corner = above;
      row[j + 1] = left;
    }
  }
  return row[b.length] as number;
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

function isUsable(name: string, value: unknown): boolean {
  const type = typeof read(examples, name);
  if (name === 'endpoint') return !!urlOf(value);
  if (/Level$/.test(name)) return levels.includes(value as Level);
  if (name === 'captureIp' && value === 'anonymize') return true;
  // A version may well be a number.
  if (type === 'string') return /string|number/.test(typeof value);
  if (type === 'number') return typeof value === type && (value as number) >= 0;
  return type === 'object' ? isRecord(value) : typeof value === type;
}

function wantedFor(name: string): string {
  if (name === 'endpoint') return 'a URL, and until it is one items wait';
  if (/Level$/.test(name)) return levels.join(', ');
  return `of type ${typeof read(examples, name)}`;
}

/** What is wrong with options, in words for the developer; nothing when all is well. */
export function complaintsAbout(options: unknown): string[] {
  if (!isRecord(options)) return [`options must be an object, not ${clip(textOf(options), 40)}`];
  return keysOf(options).flatMap((name) => {
    const value = read(options, name);
    if (!names.includes(name)) return unknownOption(name.slice(0, 40));
    if (value == null || isUsable(name, value)) return [];
    return `option "${name}" is ${clip(textOf(value), 40)}; it must be ${wantedFor(name)}`;
  });
}
