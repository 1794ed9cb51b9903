export function fail(where: string): never {
  throw new RangeError(`broken ${where}`);
}
