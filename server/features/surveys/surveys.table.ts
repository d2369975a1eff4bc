import { sql } from 'drizzle-orm';
import {
  boolean,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { surveyKinds, surveyRepeats, type SurveyQuestion } from '#shared/wire/surveys.ts';
import { instant } from '#server/db/instant.ts';

/** One person asked once; answered by a link without signing in. Only the link's digest is kept. */
export const surveys = pgTable(
  'surveys',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind', { enum: surveyKinds }).notNull(),
    waveId: text('wave_id'),
    ticketId: text('ticket_id'),
    requesterId: text('requester_id').notNull(),
    /** Digest of the address of a wave's contact. */
    contactSha256: text('contact_sha256'),
    questions: json('questions').$type<readonly SurveyQuestion[]>().notNull(),
    tokenSha256: text('token_sha256').notNull(),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // the survey of a link
    uniqueIndex('surveys_token').on(table.tokenSha256),
    // once a contact and wave
    uniqueIndex('surveys_of_wave')
      .on(table.tenantId, table.waveId, table.contactSha256)
      .where(sql`wave_id is not null`),
  ],
);
export type SurveyRow = typeof surveys.$inferSelect;

/** What was answered: one row a survey, so that no link votes twice. */
export const surveyAnswers = pgTable(
  'survey_answers',
  {
    tenantId: text('tenant_id').notNull(),
    surveyId: text('survey_id').notNull(),
    /** 1 to 5, 5 the best. */
    score: integer('score'),
    solved: boolean('solved'),
    comment: text('comment'),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.surveyId] })],
);

/** Opinions asked for at one time, of everybody or of a sample. */
export const surveyWaves = pgTable(
  'survey_waves',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    questions: json('questions').$type<readonly SurveyQuestion[]>().notNull(),
    samplePercent: integer('sample_percent').notNull(),
    startsAt: instant('starts_at').notNull(),
    /** When the first of those began that come again by themselves; null: this is the first. */
    firstStartsAt: instant('first_starts_at'),
    /** When the next wave follows by itself; null: never. */
    repeats: text('repeats', { enum: surveyRepeats }),
    /** The last contact that a batch has come to; null before the first. */
    sentTo: text('sent_to'),
    sentAt: instant('sent_at'),
    /** When an agent stopped it, and with it those that would have followed; null where nobody did. */
    endedAt: instant('ended_at'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
export type SurveyWaveRow = typeof surveyWaves.$inferSelect;

/** Contacts that want no more surveys. */
export const surveyOptOuts = pgTable(
  'survey_opt_outs',
  {
    tenantId: text('tenant_id').notNull(),
    contactSha256: text('contact_sha256').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.contactSha256] })],
);
