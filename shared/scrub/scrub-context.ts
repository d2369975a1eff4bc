import { scrubText } from '#shared/scrub/scrub-text.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';

const longestAddress = 2000;

/** As people read it; one that cannot be read that way stays as it is. */
function plain(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** An address whose path holds no secret either, within so many characters. */
export function scrubAddress(address: string, longest = longestAddress): string {
  const readable = plain(address);
  const clean = scrubText(readable);
  return (clean === readable ? address : clean).slice(0, longest);
}

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
