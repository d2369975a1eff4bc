import { z } from 'zod';
import { dayReadings, queueKeys, severityOrders } from '#shared/vocabulary.ts';
import { duration } from '#shared/wire/decision.ts';
import { clauseNumber, packId } from './words.ts';

const reading = z.enum(dayReadings).meta({
  description: 'A1: how days are counted. Has to be chosen where the target counts days.',
});

/** Where the target of the first response comes from (A10). */
const firstResponse = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('fixed'),
      target: duration.strict(),
      reading: reading.optional(),
      clause: clauseNumber,
    })
    .refine((clock) => clock.target.unit !== 'businessDay' || clock.reading !== undefined, {
      error: 'a target in days needs a reading',
      path: ['reading'],
    }),
  z.strictObject({
    kind: z.literal('contract'),
    reading: reading.default('clamped'),
    clause: clauseNumber,
  }),
  z.strictObject({
    kind: z.literal('level'),
    reading: reading.default('clamped'),
    clause: clauseNumber,
  }),
  z.strictObject({ kind: z.literal('none'), clause: clauseNumber }),
]);

/** The promises that are counted. First storey: the first response. */
export const packClocks = z.strictObject({ firstResponse });

/** What an agent can do that a regulation may count as the first response; an answer always counts. */
const responseKinds = [
  'receipt_confirmed',
  'registered_and_started',
  'question',
  'diagnosis_started',
  'consultation',
  'known_solution',
] as const;
export type ResponseKind = (typeof responseKinds)[number];

/** What stops the clock of the first response. */
export const packStops = z.strictObject({
  counts: z.array(z.enum(responseKinds)).min(1),
  autoAckCounts: z.boolean().default(false).meta({
    description: 'A2: whether the automatic acknowledgement is a first response.',
  }),
  clause: clauseNumber,
});

/** The order of work (D7). */
export const packQueue = z.strictObject({
  order: z.array(z.enum(queueKeys)).min(1),
  severities: z.enum(severityOrders).default('critical_first').meta({
    description:
      '`critical_first`: critical before all others, which are equal; `ranked`: each ranks.',
  }),
  planWeights: z.record(packId, z.number()).default({}).meta({
    description: 'A heavier plan goes first; a plan not named weighs 0.',
  }),
  clause: clauseNumber,
});
