import type { Json, JsonObject } from '../items-api';
import type { Scrub, ScrubRules } from '../shapes';

/** What stands in the place of a secret. */
const mask = '********';

/** Part of the names of secrets: of all that rollbar.js has by default, and of some that it has not. */
const usual =
  '(?:pass(?![aei])|(?:\\b|_|5B|22)(?:pw|cc.?\\w{3})|secret|token|(?:api|access|private).?key|authoriz|cookie(?!_e)|csrf|session|ssn|jwt|' +
  'card.?[hntv#]|(?:it|on).?card|c[cv][cv]|exp\\w{0,7}.?date|security.code|payment.type|name des)' +
  '[\\w .%[#-]{0,40}';

/** What follows a name, as a parameter of a URL or form, or in JSON text, also within JSON text. */
const values =
  '(?:]|%5D)*(?:=\\s*|%22%3A|\\\\*"\\s*:\\s*))(?:\\\\*"(?:\\\\.|[^"\\\\])*"?|[[{][^]*|[^&\\s"\'<>#;,}\\]]+)';

/** Who a URL is opened as, and what a Bearer bears. */
const borne = /(\/\/(?=[^/?#\s]*@)|\b(?:Bearer\s+)+)[^\s@"]+/gi;

/**
 * Makes a scrubber of the rules. A field that is no valid pattern is taken literally, and `say` is
 * told so.
 */
export function createScrub(
  { scrubFields, overwriteScrubFields, scrubPaths }: ScrubRules,
  say: (text: string) => void,
): Scrub {
  const fields = [scrubFields].flat().map((given) => {
    let field = String(given);
    try {
      new RegExp(field);
    } catch {
      say(`scrubbed as it is, for it is no pattern: ${field}`);
      field = field.replace(/\W/g, '\\$&');
    }
    // As it stands, this would search to the end of a text, wherever a name may begin.
    return `(?:^|[^\\w.-]|%5B|%22)(?:${field.replace(/(^|[^\\])\.[*+]/g, '$1[\\w .-]{0,40}')})`;
  });
  fields.push(overwriteScrubFields ? '(?!)' : usual);
  const secret = new RegExp(`((?:${fields.join('|')})${values}`, 'gi');

  // In what has happened before an item the same few names come hundreds of times.
  let known: Record<string, boolean> = Object.create(null) as typeof known;
  let count = 0;
  const isSecret = (name: string): boolean => {
    const found = known[name] ?? `${name}=1`.search(secret) >= 0;
    if (name.length < 40 && !(name in known)) {
      if (++count % 500 === 0) known = Object.create(null) as typeof known;
      known[name] = found;
    }
    return found;
  };

  const scrub = (value: Json | undefined, path: string): Json | undefined => {
    if (typeof value === 'string') {
      const text = value.replace(borne, '$1' + mask);
      // Most have no place for a value, and are not searched for names.
      return /[="%]/.test(text) ? text.replace(secret, '$1' + mask) : text;
    }
    const record = value as JsonObject;
    // `document.all` equals null, and is none.
    const keys = value == null ? [] : Object.keys(value);
    for (const key of keys) {
      const at = path + key;
      // The second of a pair, as of a Map or of headers, goes by the name before it.
      const isPaired = key === '1' && keys.length === 2 && typeof record[0] === 'string';
      const name = isPaired ? record[0] : key;
      record[key] =
        !isSecret(String(name)) && ![scrubPaths].flat().includes(at)
          ? scrub(record[key], at + '.')
          : mask;
    }
    return value;
  };
  return (data) => scrub(data, '') as typeof data;
}
