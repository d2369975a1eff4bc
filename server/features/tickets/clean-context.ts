import { scrubContext } from '#shared/scrub/scrub-context.ts';
import type { RecordKind } from '#shared/vocabulary.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import { isTimezone } from '#server/policy/time/zone.ts';

/**
 * What is kept of a sender's context. The widget strips secrets before it sends; whoever else sends
 * is not trusted to: an address keeps no query, fragment, user or foreign scheme, secrets are taken out,
 * a zone is one that exists, and of what was recorded there stays what the vendor lets be.
 */
export function cleanContext(
  context: CaptureContext,
  allowed: readonly RecordKind[],
): CaptureContext {
  const { page, referrer, timezone, console, failedRequests, trail, ...rest } =
    scrubContext(context);
  const [cleanPage, cleanReferrer] = [cleanAddress(page), cleanAddress(referrer)];
  return {
    ...rest,
    ...(console && allowed.includes('console') ? { console } : {}),
    ...(failedRequests && allowed.includes('network') ? { failedRequests } : {}),
    ...(trail && allowed.includes('clicks') ? { trail } : {}),
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
