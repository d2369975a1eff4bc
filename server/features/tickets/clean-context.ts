import type { CaptureContext } from '#shared/wire/ticket.ts';
import { isTimezone } from '#server/policy/time/zone.ts';

/**
 * What is kept of a sender's context. The widget strips secrets before it sends; whoever else sends
 * is not trusted to: an address keeps no query, fragment, user or foreign scheme, and a zone is one
 * that exists.
 */
export function cleanContext(context: CaptureContext): CaptureContext {
  const { page, referrer, timezone, ...rest } = context;
  const [cleanPage, cleanReferrer] = [cleanAddress(page), cleanAddress(referrer)];
  return {
    ...rest,
    ...(cleanPage ? { page: cleanPage } : {}),
    ...(cleanReferrer ? { referrer: cleanReferrer } : {}),
    ...(timezone && isTimezone(timezone) ? { timezone } : {}),
  };
}

function cleanAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, origin, pathname } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? origin + pathname : undefined;
}
