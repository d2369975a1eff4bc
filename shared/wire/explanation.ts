import { z } from 'zod';
import { channels, closedReasons, locales } from '#shared/vocabulary.ts';
import { agentRight, localText } from '#shared/wire/decision.ts';

const instant = z.iso.datetime().meta({ example: '2026-11-23T05:00:00.000Z' });
const day = z.iso.date();

/** Working time that was counted: the same hours on one day or on several days in a row. */
export const countedSpan = z.object({
  /** Local dates on which the openings start. */
  firstDay: day,
  lastDay: day,
  days: z.int().positive(),
  /** Openings of the first day; every further day has the same hours of the wall clock. */
  openings: z.array(z.object({ from: instant, to: instant })).min(1),
  /** Open milliseconds of all the days. All spans together are the target, to the millisecond. */
  workingMs: z.number().positive(),
});
export type CountedSpan = z.infer<typeof countedSpan>;

/** Whole days that were not counted, for one reason, in a row. */
export const skippedDays = z.object({
  firstDay: day,
  lastDay: day,
  days: z.int().positive(),
  reason: z.enum(closedReasons),
  name: localText.optional(),
});
export type SkippedDays = z.infer<typeof skippedDays>;

/** A stretch during which the clock stood still. */
export const explainedPause = z.object({ from: instant, to: instant });
export type ExplainedPause = z.infer<typeof explainedPause>;

/** A value that a sentence names; its words depend on the language. */
export const explanationParam = z.union([
  z.string(),
  z.number(),
  z.object({ at: instant }),
  z.object({ day }),
  z.object({ workingMs: z.number() }),
  z.object({ text: localText }),
  z.object({ calendar: z.string() }),
  z.object({ channel: z.enum(channels) }),
  z.object({ spans: z.array(countedSpan) }),
  z.object({ workingDays: z.array(day) }),
  z.object({ skipped: z.array(skippedDays) }),
  z.object({ pauses: z.array(explainedPause) }),
  z.object({
    fields: z.array(z.object({ field: z.string(), label: localText, clause: z.string() })),
  }),
  z.object({ rights: z.array(agentRight) }),
]);
export type ExplanationParam = z.infer<typeof explanationParam>;

/** One sentence before its words: a code of the catalog, the clause it follows and what it names. */
export const explanationSentence = z.object({
  code: z.string().meta({ example: 'target.businessDay' }),
  clause: z.string().optional(),
  params: z.record(z.string(), explanationParam),
});
export type ExplanationSentence = z.infer<typeof explanationSentence>;

/** Why the policy decided what it decided: facts first, then the same in words. */
export const explanation = z.object({
  vendor: z.string(),
  edition: z.string(),
  language: z.enum(locales),
  /** Null where nothing is due. */
  dueAt: instant.nullable(),
  /** What adds up to a target of hours; empty for a target of days. */
  spans: z.array(countedSpan),
  /** What adds up to a target of days; empty for a target of hours. */
  workingDays: z.array(day),
  skipped: z.array(skippedDays),
  sentences: z.array(explanationSentence.extend({ text: z.string() })),
  /** All sentences as one paragraph. */
  paragraph: z.string(),
});
export type Explanation = z.infer<typeof explanation>;
