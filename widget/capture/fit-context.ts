import { storable } from '#shared/storable.ts';
import { scrubContext } from '#shared/scrub/scrub-context.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';

const mostFacts = 30;

/** What goes with a request by itself, without secrets; long values are cut to the wire's limits. */
export function fitContext(context: CaptureContext): CaptureContext {
  const { userAgent, viewport, language, timezone, appVersion, extra, ...scrubbed } =
    scrubContext(context);
  const facts = Object.entries(extra ?? {})
    .slice(0, mostFacts)
    .map(
      ([name, value]) =>
        [String(storable('', name.slice(0, 60))), String(value).slice(0, 500)] as const,
    );
  return {
    ...scrubbed,
    ...(userAgent && { userAgent: userAgent.slice(0, 500) }),
    ...(viewport && {
      viewport: {
        width: Math.round(viewport.width),
        height: Math.round(viewport.height),
        pixelRatio: viewport.pixelRatio,
      },
    }),
    ...(language && { language: language.slice(0, 40) }),
    ...(timezone && { timezone: timezone.slice(0, 60) }),
    ...(appVersion && { appVersion: appVersion.slice(0, 100) }),
    ...(facts.length > 0 && { extra: Object.fromEntries(facts) }),
  };
}
