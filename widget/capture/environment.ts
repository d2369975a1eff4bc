import type { CaptureContext } from '#shared/wire/ticket.ts';
import { scrubUrl } from '#widget/capture/scrub-url.ts';

/** The browser facts that `describeEnvironment` reads, so that it can be tried without a browser. */
export interface PageFacts {
  readonly href: string;
  readonly title: string;
  readonly referrer: string;
  readonly userAgent: string;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly language: string;
  readonly timezone: string;
}

export const readPage = (page: Window): PageFacts => ({
  href: page.location.href,
  title: page.document.title,
  referrer: page.document.referrer,
  userAgent: page.navigator.userAgent,
  width: page.innerWidth,
  height: page.innerHeight,
  pixelRatio: page.devicePixelRatio,
  language: page.navigator.language,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** What goes with a request by itself. `extra` is what the host added; long values are cut to the wire's limits. */
export function describeEnvironment(
  page: PageFacts,
  appVersion: string | undefined,
  extra: Readonly<Record<string, string>>,
): CaptureContext {
  const facts = Object.entries(extra)
    .slice(0, 30)
    .map(([name, value]) => [name.slice(0, 60), String(value).slice(0, 500)] as const);
  const referrer = scrubUrl(page.referrer);
  const address = scrubUrl(page.href);
  return {
    ...(address && { page: address }),
    ...(page.title && { title: page.title.slice(0, 300) }),
    ...(referrer && { referrer }),
    userAgent: page.userAgent.slice(0, 500),
    viewport: {
      width: Math.round(page.width),
      height: Math.round(page.height),
      pixelRatio: page.pixelRatio,
    },
    language: page.language.slice(0, 40),
    ...(page.timezone && { timezone: page.timezone.slice(0, 60) }),
    ...(appVersion && { appVersion: appVersion.slice(0, 100) }),
    ...(facts.length > 0 && { extra: Object.fromEntries(facts) }),
  };
}

/** Items of a context that a person may withdraw one by one: a field, or `extra.<name>`. */
export function withdraw(context: CaptureContext, items: readonly string[]): CaptureContext {
  const keep = ([name]: readonly [string, unknown]) => !items.includes(name);
  const { extra, ...rest } = context;
  const kept = Object.entries(extra ?? {}).filter(([name]) => !items.includes(`extra.${name}`));
  return {
    ...Object.fromEntries(Object.entries(rest).filter(keep)),
    ...(kept.length > 0 && { extra: Object.fromEntries(kept) }),
  };
}
