import type { JsonObject, Occurrence, Trace } from '../items-api';
import type { Capture, EnrichRules } from '../shapes';
import { isErrorLike, read, tagOf } from './foreign';
import { merge } from './merge';
import { plain, plainObject } from './plain';
import { calledBody } from './trace';

/** What rollbar.js takes for a class and cuts off a message; of two such, the second. */
const classPrefix = /^((?:[\w$ -]*: *)?)(?:Uncaught )?[\w$ -]*:(?= )/;

/** What was said with an error, `rollbarContext`, and with those behind it, which know more. */
function contextOf(error: unknown): JsonObject {
  let context: JsonObject = {};
  const seen = new Set<unknown>();
  while (isErrorLike(error) && !seen.has(error)) {
    seen.add(error);
    context = { ...context, ...plainObject(read(error, 'rollbarContext')) };
    error = read(error, 'nested') ?? read(error, 'cause');
  }
  return context;
}

/**
 * Adds to an occurrence what rollbar.js says beside what was captured, and what options ask for.
 * `startAt`: unix time in milliseconds when the page began.
 */
export function enrich(
  occurrence: Occurrence,
  capture: Capture,
  rules: EnrichRules,
  startAt: number,
): void {
  const { args, at, isUncaught, stack, thrown } = capture;
  if (stack && !thrown) occurrence.body = calledBody(capture) ?? occurrence.body;
  const { body, custom } = occurrence;
  const { trace, trace_chain = trace ? [trace] : [] } = body as {
    trace?: Trace;
    trace_chain?: Trace[];
  };
  // Of a function that was wrapped, by us or by a snippet, the page knows the one within.
  for (const one of trace_chain) {
    one.frames = one.frames.filter(({ method }) => !/_rollbar_wrapped$/.test(method ?? ''));
  }
  if (rules.stripFrameQuery) {
    for (const { frames } of trace_chain) {
      for (const frame of frames) frame.filename = frame.filename.replace(/[?#].*/s, '');
    }
  }
  const skipFrames = Number(custom?.skipFrames);
  if (custom && skipFrames) {
    delete custom.skipFrames;
    trace_chain[0]?.frames.splice(-skipFrames, skipFrames);
  }
  if (rules.guessErrorClass) {
    for (const { exception } of trace_chain) {
      const [, guess] = /^([^:]+):/.exec(exception.message ?? '') ?? [];
      if (exception.class === '(unknown)' && guess) exception.class = guess;
    }
  }
  if (rules.stripClassPrefix) {
    for (const { exception } of trace_chain) {
      exception.message = (exception.message ?? '').replace(classPrefix, '$1').trim();
    }
  }
  const beside = {
    ...(rules.addErrorContext && contextOf(thrown?.value)),
    ...(rules.sendConfig && { _rollbarConfig: plain({ ...rules, accessToken: undefined }) }),
  };
  const below = {
    client: { timestamp: Math.floor(at / 1000), runtime_ms: Math.round(at - startAt) || undefined },
    // Hooks may put something in there.
    server: {},
    custom: Object.keys(beside).length ? beside : undefined,
    notifier: {
      diagnostic: {
        is_uncaught: isUncaught || undefined,
        original_arg_types: args.map((arg) => tagOf(arg).toLowerCase()),
      },
    },
  };
  Object.assign(occurrence, merge(below, occurrence));
  if (rules.version && !read(read(rules.payload, 'notifier'), 'version')) {
    Object.assign(occurrence.notifier ?? {}, { version: rules.version });
  }
}
