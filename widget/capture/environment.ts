import type { CaptureContext } from '#shared/wire/capture.ts';
import { ownZone } from '#shared/time.ts';
import { scrubUrl } from '#widget/capture/scrub-url.ts';

/** What the browser tells of a page, as it is; `fitContext` makes it fit to be sent. */
export const readPage = (page: Window): CaptureContext => ({
  page: scrubUrl(page.location.href),
  title: page.document.title,
  referrer: scrubUrl(page.document.referrer),
  userAgent: page.navigator.userAgent,
  viewport: {
    width: page.innerWidth,
    height: page.innerHeight,
    pixelRatio: page.devicePixelRatio,
  },
  language: page.navigator.language,
  timezone: ownZone(),
});

/**
 * A context without what is empty and without the items that a person took out one by one: a field,
 * `extra.<name>`, or a recorded line by its time: `console.<at>`.
 */
export function withdraw(context: CaptureContext, items: readonly string[]): CaptureContext {
  const entries = (part: object, prefix = '') =>
    Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
      const kept = Array.isArray(value)
        ? value.filter(({ at }) => !items.includes(`${name}.${at}`))
        : value;
      return kept && !items.includes(prefix + name) ? [[name, kept]] : [];
    });
  const { extra = {}, ...rest } = context;
  const kept = entries(extra, 'extra.');
  return Object.fromEntries([
    ...entries(rest),
    ...(kept.length > 0 ? [['extra', Object.fromEntries(kept)]] : []),
  ]);
}
