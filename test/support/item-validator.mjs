/** The JSON Schema of the wire, and the check by it. The build puts in its place what this makes. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

/** @type {object} */
export const schema = JSON.parse(
  readFileSync(new URL('item.schema.json', import.meta.url), 'utf8'),
);

/** How strict the check is, and that it tells everything. */
export const checking = { strict: true, allErrors: true, verbose: true };

export const validate = new Ajv(checking).compile(schema);
