import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources';

/** A page of the documentation. */
export interface Document {
  /** From the root of the project: `docs/errors.md`. */
  file: string;
  text: string;
}

/** A block of code in it. */
export interface CodeBlock {
  /** `docs/errors.md:12` */
  place: string;
  language: string;
  code: string;
  /** What a comment right above says of it. */
  mark: string | undefined;
}

/** Everything that is written for people. */
export function documents(): Document[] {
  const docs = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
  const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.map((f) => `docs/${f}`)];
  return files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const fence = /^( *)```(\w*)\n([^]*?)^ *```$/gm;

export function codeBlocks({ file, text }: Document): CodeBlock[] {
  return [...text.matchAll(fence)].map(
    ({ index, 1: indent = '', 2: language = '', 3: code = '' }) => {
      const above = text.slice(0, index);
      return {
        place: `${file}:${above.split('\n').length}`,
        language,
        code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
        mark: /<!-- ([\w ]+) -->\s*$/.exec(above)?.[1],
      };
    },
  );
}

const withoutCode = (text: string): string =>
  text.replace(fence, '').replace(/`[^`\n]*`/g, (code) => '`'.padEnd(code.length - 1) + '`');

/** Where links lead, as they are written. */
export function links({ text }: Document): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to as string);
}

/** The fragments that lead to its headings, as GitHub makes them. */
export function anchors({ text }: Document): string[] {
  const seen = new Map<string, number>();
  return [...text.replace(fence, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{N}_ -]/gu, '').replace(/ /g, '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times ? `${anchor}-${times}` : anchor;
  });
}
