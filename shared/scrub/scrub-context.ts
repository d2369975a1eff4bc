import { scrubText } from '#shared/scrub/scrub-text.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';

const longestAddress = 2000;

/** An address whose path holds no secret either, within so many characters. */
export const scrubAddress = (address: string, longest = longestAddress): string =>
  scrubText(address).slice(0, longest);

/**
 * What goes with a request by itself, without secrets: in its addresses and titles, and in what was
 * recorded. What the host page added on purpose stays as it gave it.
 */
export function scrubContext(context: CaptureContext): CaptureContext {
  const { page, title, referrer, console, failedRequests, trail, ...rest } = context;
  return {
    ...rest,
    ...(page && { page: scrubAddress(page) }),
    ...(title && { title: scrubText(title).slice(0, 300) }),
    ...(referrer && { referrer: scrubAddress(referrer) }),
    ...(console && {
      console: console.map((line) => ({ ...line, text: scrubText(line.text).slice(0, 500) })),
    }),
    ...(failedRequests && {
      failedRequests: failedRequests.map((one) => ({ ...one, path: scrubAddress(one.path, 500) })),
    }),
    ...(trail && {
      trail: trail.map((step) => ({ ...step, name: scrubText(step.name).slice(0, 200) })),
    }),
  };
}
