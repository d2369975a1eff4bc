import { z } from 'zod';
import { consoleLevels, trailActs } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();

const pixels = z.int().min(0).max(100_000);

/** A line of the page's console, or a failure that nobody caught; without secrets. */
const consoleLine = z.strictObject({
  at: instant,
  level: z.enum(consoleLevels),
  text: z.string().max(500),
});
export type ConsoleLine = z.infer<typeof consoleLine>;

/** A request of the page that failed: no body, no header, no query. */
const failedRequest = z.strictObject({
  at: instant,
  method: z.string().max(20),
  /** With its host where that is not the page's own. */
  path: z.string().max(500),
  /** HTTP status; 0 where no answer came. */
  status: z.int().min(0).max(999),
  durationMs: z.int().min(0).max(86_400_000),
});
export type FailedRequest = z.infer<typeof failedRequest>;

/** A step of the person on the page: never what a field holds. */
const trailStep = z.strictObject({
  at: instant,
  act: z.enum(trailActs),
  /** ARIA role or tag of what was pressed or filled in; empty for a page. */
  role: z.string().max(40),
  /** Its accessible name, shortened; the path of a page; empty where there is no name. */
  name: z.string().max(200),
});
export type TrailStep = z.infer<typeof trailStep>;

/** What was recorded before a request, the oldest first; each list only where its kind was recorded. */
const recordedContext = {
  console: z.array(consoleLine).max(100).optional(),
  failedRequests: z.array(failedRequest).max(50).optional(),
  trail: z.array(trailStep).max(60).optional(),
};

/** Browser facts taken without asking, each shown before sending. Addresses carry no query. */
export const captureContext = z.strictObject({
  page: z.string().max(2000).optional(),
  title: z.string().max(300).optional(),
  referrer: z.string().max(2000).optional(),
  userAgent: z.string().max(500).optional(),
  viewport: z
    .strictObject({ width: pixels, height: pixels, pixelRatio: z.number().positive().max(100) })
    .optional(),
  language: z.string().max(40).optional(),
  timezone: z.string().max(60).optional(),
  appVersion: z.string().max(100).optional(),
  /** What the host page adds: `{ branch: 'Центр' }`. */
  extra: z.record(z.string().max(60), z.string().max(500)).optional(),
  ...recordedContext,
});
export type CaptureContext = z.infer<typeof captureContext>;

/** The part of a context that only a recorder knows. */
export type Recorded = Pick<CaptureContext, keyof typeof recordedContext>;
