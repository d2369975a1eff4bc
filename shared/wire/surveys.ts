import { z } from 'zod';
import { meantInstant } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();

/** What a person is asked: 1 to 5, yes or no, and in their own words. */
export const surveyQuestions = ['solved', 'score', 'comment'] as const;
export type SurveyQuestion = (typeof surveyQuestions)[number];

/** A wave asks many; a follow-up asks one about a ticket. */
export const surveyKinds = ['wave', 'follow_up'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** How often a wave comes again by itself. */
export const surveyRepeats = ['month', 'quarter', 'year'] as const;
export type SurveyRepeat = (typeof surveyRepeats)[number];

/** What was answered; a question that was not asked or passed over is null. */
export const surveyAnswer = z.object({
  score: z.int().min(1).max(5).nullable(),
  solved: z.boolean().nullable(),
  comment: z.string().trim().max(5000).nullable(),
});
export type SurveyAnswer = z.infer<typeof surveyAnswer>;

/** A wave that an agent plans; without `startsAt` it begins at once. */
export const waveBody = z.strictObject({
  samplePercent: z.int().min(1).max(100).meta({ example: 20 }),
  startsAt: meantInstant.optional(),
  repeats: z.enum(surveyRepeats).nullable().default(null),
});
export type WaveBody = z.infer<typeof waveBody>;

/** Stops a wave, and with it those that would follow. */
export const waveAct = z.strictObject({ act: z.literal('end') });

/** A wave with its rate and score. */
export const waveView = z.object({
  id: z.string(),
  samplePercent: z.int(),
  startsAt: instant,
  repeats: z.enum(surveyRepeats).nullable(),
  sentAt: instant.nullable(),
  /** When an agent stopped it, and with it those that would have followed; null where nobody did. */
  endedAt: instant.nullable(),
  invited: z.int(),
  answered: z.int(),
  /** Share of those invited who answered, 0 to 1; null while nobody is invited. */
  responseRate: z.number().nullable(),
  /** Mean score, 1 to 5; null while nobody has given one. */
  score: z.number().nullable(),
});
export type WaveView = z.infer<typeof waveView>;

/** A page of the waves of a desk, the newest first. */
export const waveList = z.object({ rows: z.array(waveView), next: z.string().nullable() });
export type WaveList = z.infer<typeof waveList>;

/** What somebody wrote to a wave in their own words. */
const surveyComment = z.object({
  id: z.string(),
  wave: z.string(),
  /** When the wave came to them. */
  askedAt: instant,
  score: z.int().nullable(),
  comment: z.string(),
  answeredAt: instant,
  /** The ticket that was made of it; null while it is only words. */
  ticket: z.string().nullable(),
  /** How people call that ticket. */
  number: z.string().nullable(),
});
export type SurveyComment = z.infer<typeof surveyComment>;

/** A page of them, of those asked last foremost; `next` begins the page behind it. */
export const surveyCommentList = z.object({
  comments: z.array(surveyComment),
  next: z.string().nullable(),
});
export type SurveyCommentList = z.infer<typeof surveyCommentList>;

/** Under which category a comment goes on as a request, such as a proposal. */
export const handOnBody = z.strictObject({
  category: z.string().min(1).max(64).meta({ example: 'idea' }),
});
