import { occurrenceOf } from './core/occurrence';
import { bodyOf } from './core/trace';
import { fit, maxItemBytes } from './core/truncate';
import { levels } from './items-api';
import type { Occurrence } from './items-api';
import type { Settings } from './options';
import type { Capture, DropReason, PageFacts, Ports, Scrub } from './shapes';

/** Room for `{"access_token":…,"data":…}` around the sealed text, whatever the token is made of. */
const envelopeBytes = 2048;

/** How long a sealed text may be. */
export const maxSealedBytes = maxItemBytes - envelopeBytes;

/** First half of the flow: from what was seen to an occurrence, or the reason why there is none. */
export function prepare(
  capture: Capture,
  settings: Settings,
  facts: PageFacts,
  { enrich, filter }: Pick<Ports, 'enrich' | 'filter'> = {},
): Occurrence | DropReason {
  // Cheap before dear: nothing is parsed for what is dropped.
  const early = filter?.early(capture, settings);
  const isLow = levels.indexOf(capture.level) < levels.indexOf(settings.reportLevel);
  if (isLow && !capture.isNotice) return 'level';
  if (early) return early;
  const body = bodyOf(capture);
  if (capture.thrown && filter?.isNoise(body, settings)) return 'ignored';
  const occurrence = occurrenceOf(capture, body, settings, facts);
  enrich?.(occurrence, capture, settings);
  return occurrence;
}

/**
 * Second half, after the user's hooks: to the JSON text of `data`, of at most so many bytes.
 * Nothing is added to it later but the access token, so whatever options and hooks have put in has
 * passed here. A text that was sealed may come again, to be smaller.
 */
export function seal(occurrence: object, scrub: Scrub, maxBytes = maxSealedBytes): string {
  return fit(occurrence, maxBytes, scrub);
}

/** The whole payload, as it is posted. */
export function envelope(sealed: string, accessToken: string): string {
  return `{"access_token":${JSON.stringify(accessToken)},"data":${sealed}}`;
}
