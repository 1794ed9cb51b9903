import { useEffect } from 'react';

/**
 * @param {string} where
 * @returns {never}
 */
export function fail(where) {
  throw new RangeError(`broken ${where}`);
}

/** @param {{ where: string }} props */
export function Render({ where }) {
  const price = fail(where);
  return <p>{price}</p>;
}

export function Effect() {
  useEffect(() => fail('in an effect'));
  return null;
}

let tries = 0;

/** Fails once, of which React recovers by a second try. */
export function Shaky() {
  if (!tries++) fail('at first');
  return <p id="recovered-well">Well again.</p>;
}
