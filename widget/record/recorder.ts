import { scrubText } from '#shared/scrub/scrub-text.ts';
import { scrubAddress } from '#shared/scrub/scrub-context.ts';
import { recordKinds, type RecordKind } from '#shared/vocabulary.ts';
import type { ConsoleLine, FailedRequest, Recorded, TrailStep } from '#shared/wire/capture.ts';
import { watchConsole } from '#widget/record/console-lines.ts';
import { watchRequests } from '#widget/record/failed-requests.ts';
import type { Undo } from '#widget/record/patch.ts';
import type { Hearer, Identity } from '#widget/handle.ts';
import type { WidgetSettings } from '#widget/launcher/settings.ts';
import { isSomebodyElse, namedIn } from '#widget/record/named-person.ts';
import { createRing, type Ring } from '#widget/record/ring.ts';
import { selectorTest, watchTrail } from '#widget/record/trail.ts';

/** What a page lets be recorded. */
export interface RecorderSettings {
  readonly kinds: readonly RecordKind[];
  /** Selector of parts whose steps are left out. */
  readonly ignore: string;
  /** Parts of addresses: pages on which nothing is recorded, and requests that are left out. */
  readonly ignoreUrls: readonly string[];
  /** Address that our own requests start with. */
  readonly ours: string;
}

/** What happened on a page before a request; kept in its memory only. */
export interface Recorder {
  /** What is recorded of the allowed kinds, without secrets; the others are stopped and forgotten. */
  recorded(allowed: readonly RecordKind[]): Recorded;
  /** Forgets what was recorded so far, and goes on. */
  forget(): void;
  /** Leaves the page as it was before and forgets everything. */
  stop(): void;
}

type RecordedPage = Window & typeof globalThis;

const mostCharacters = 16_000;

/** @param now present instant, epoch milliseconds @param named whom the page names at present */
export function createRecorder(
  page: RecordedPage,
  settings: RecorderSettings,
  now: () => number,
  named: () => Identity | undefined,
): Recorder {
  const lines = createRing<ConsoleLine>(100, mostCharacters);
  const failures = createRing<FailedRequest>(50, mostCharacters);
  const steps = createRing<TrailStep>(60, mostCharacters);
  const isIgnored = (address: string) => settings.ignoreUrls.some((part) => address.includes(part));
  const isQuiet = () => isIgnored(page.location.href);
  const rings = { console: lines, network: failures, clicks: steps } as const;
  const forget = () => recordKinds.forEach((kind) => rings[kind].clear());

  let person = named();
  /** What was recorded of whoever was named before is nobody else's. */
  const leaveFormer = () => {
    const former = person;
    person = named();
    if (isSomebodyElse(former, person)) forget();
  };
  function note<Item>(ring: Ring<Item>, weight: number, make: (at: string) => Item) {
    if (isQuiet()) return;
    leaveFormer();
    const at = new Date(now()).toISOString();
    ring.add(weight, () => make(at));
  }

  const starts: Readonly<Record<RecordKind, () => Undo>> = {
    console: () =>
      watchConsole(page, (level, text) => {
        note(lines, text.length, (at) => ({ at, level, text: scrubText(text).slice(0, 500) }));
      }),
    network: () =>
      watchRequests(
        page,
        () => page.performance.now(),
        ({ url, ...failure }) => {
          const { href, protocol, origin, host, pathname } = url;
          if (!/^https?:$/.test(protocol) || href.startsWith(settings.ours)) return;
          if (isIgnored(href)) return;
          const path = origin === page.location.origin ? pathname : `${host}${pathname}`;
          note(failures, path.length, (at) => ({
            at,
            ...failure,
            path: scrubAddress(path, 500),
          }));
        },
      ),
    clicks: () =>
      watchTrail(page, selectorTest(settings.ignore), (step) => {
        note(steps, step.name.length + 20, (at) => ({
          at,
          ...step,
          name: scrubAddress(step.name, 200),
        }));
      }),
  };
  const running = new Map(settings.kinds.map((kind) => [kind, starts[kind]()] as const));
  const stop = (kind: RecordKind) => {
    running.get(kind)?.();
    running.delete(kind);
    rings[kind].clear();
  };

  return {
    recorded(allowed) {
      leaveFormer();
      for (const kind of recordKinds) if (!allowed.includes(kind)) stop(kind);
      const of = <Item>(kind: RecordKind, items: () => Item[]) =>
        running.has(kind) ? items() : undefined;
      const [console, failedRequests, trail] = [
        of('console', lines.read),
        of('network', failures.read),
        of('clicks', steps.read),
      ];
      return {
        ...(console && { console }),
        ...(failedRequests && { failedRequests }),
        ...(trail && { trail }),
      };
    },
    forget,
    stop: () => recordKinds.forEach(stop),
  };
}

/** How a page asks: the `data-record…` attributes of the script tag or of the element. */
export interface RecorderAttributes {
  /** `console network clicks`, or some of them. */
  readonly record?: string;
  readonly recordIgnore?: string;
  /** Separated by spaces. */
  readonly recordIgnoreUrls?: string;
}

const words = (text = '') => text.split(/[\s,]+/).filter(Boolean);

/** What the attributes ask for; words that name nothing are left out, and said on the console. @param api address with a slash at its end */
export function recorderSettings(
  { record, recordIgnore = '', recordIgnoreUrls }: RecorderAttributes,
  api: string,
): RecorderSettings {
  const asked = words(record);
  const unknown = asked.filter((word) => !recordKinds.some((kind) => kind === word));
  if (unknown.length > 0) console.error(`reglament: record knows no "${unknown.join(' ')}"`);
  return {
    kinds: recordKinds.filter((kind) => asked.includes(kind)),
    ignore: recordIgnore,
    ignoreUrls: words(recordIgnoreUrls),
    ours: `${api}v1/`,
  };
}

/** Starts to record this page as its attributes ask. @param api as the page gave it @param named whom the page names at present */
export const startRecorder = (
  attributes: RecorderAttributes,
  api: string,
  named: () => Identity | undefined,
): Recorder =>
  createRecorder(
    window,
    recorderSettings(attributes, new URL(api, document.baseURI).href),
    Date.now,
    named,
  );

/** Starts to record the page of a script tag. @param said what the page has said and not taken back, in order */
export const record = (
  settings: WidgetSettings,
  said: Iterable<(hearer: Hearer) => void>,
): Recorder => startRecorder(settings, settings.api, () => namedIn(said) ?? settings.identity);
