/** What there is to say of something thrown that is no error. */
function said(thrown: unknown): string {
  try {
    if (typeof thrown === 'function') return `[function ${thrown.name}]`;
    const { message } = Object(thrown) as { message?: unknown };
    if (typeof message === 'string' && message) return message;
    return Object(thrown) === thrown
      ? `Object with keys: ${Object.keys(thrown as object).join(', ')}`
      : String(thrown);
  } catch {
    return 'Something that cannot be read';
  }
}

/** The arguments of a log method that report what a framework has caught, whatever it is. */
export function argumentsOf(thrown: unknown, custom?: object, message?: string): unknown[] {
  // A function would be taken for a callback, and called.
  const what = typeof thrown === 'function' ? said(thrown) : thrown;
  // A text beside an error would become its description.
  const text = message ?? (what instanceof Error ? undefined : said(what));
  return [text, custom, what === text ? undefined : what];
}
