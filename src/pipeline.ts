import { occurrenceOf } from './core/occurrence';
import { isNoise } from './core/noise';
import { bodyOf } from './core/trace';
import { merge } from './core/merge';
import { fit, maxItemBytes } from './core/truncate';
import { levels } from './items-api';
import type { Occurrence } from './items-api';
import type { Settings } from './options';
import type { Capture, Dropped, DropReason, PageFacts } from './shapes';

/** Room for `{"access_token":…,"data":…}` around the sealed text, whatever the token is made of. */
const envelopeBytes = 2048;

/** First half of the flow: from what was seen to an occurrence, or the reason why there is none. */
export function prepare(
  capture: Capture,
  settings: Settings,
  facts: PageFacts,
): Occurrence | DropReason {
  // Cheap before dear: nothing is parsed for what is dropped.
  if (levels.indexOf(capture.level) < levels.indexOf(settings.reportLevel)) return 'level';
  const body = bodyOf(capture, settings);
  return capture.thrown && isNoise(body, settings.ignore)
    ? 'ignored'
    : occurrenceOf(capture, body, settings, facts);
}

/**
 * Second half, after the user's hooks: to the JSON text of `data`, which also tells what this
 * page has dropped so far. Nothing is added to it later but the access token, so whatever
 * options and hooks have put in has passed here.
 */
export function seal(occurrence: Occurrence, dropped: Dropped = {}): string {
  const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
  return fit(merge(occurrence, told), maxItemBytes - envelopeBytes);
}

/** The sealed text once more, for an API that found it too large: a quarter of its size. */
export function sealSmaller(sealed: string): string {
  return fit(JSON.parse(sealed), sealed.length / 4);
}

/** The whole payload, as it is posted. */
export function envelope(sealed: string, accessToken: string): string {
  return `{"access_token":${JSON.stringify(accessToken)},"data":${sealed}}`;
}
