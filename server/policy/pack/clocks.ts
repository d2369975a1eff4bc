import { z } from 'zod';
import { dayReadings, queueKeys, severityOrders } from '#shared/vocabulary.ts';
import { duration } from '#shared/wire/decision.ts';
import { clauseNumber, packId } from './words.ts';

const reading = z.enum(dayReadings).meta({
  description: 'A1: how days are counted. Has to be chosen where the target counts days.',
});

const hoursPerDay = z.number().positive().max(24).optional().meta({
  description: 'With the reading `businessHours`: how many hours one working day counts.',
});

/** Where the target of the first response comes from (A10). */
const firstResponse = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('fixed'),
      target: duration.strict(),
      reading: reading.optional(),
      hoursPerDay,
      clause: clauseNumber,
    })
    .refine((clock) => clock.target.unit !== 'businessDay' || clock.reading !== undefined, {
      error: 'a target in days needs a reading',
      path: ['reading'],
    })
    .refine((clock) => (clock.reading === 'businessHours') === (clock.hoursPerDay !== undefined), {
      error: 'stands with the reading `businessHours` and only there',
      path: ['hoursPerDay'],
    }),
  z.strictObject({
    kind: z.literal('contract'),
    reading: reading.exclude(['businessHours']).default('clamped'),
    clause: clauseNumber,
  }),
  z.strictObject({
    kind: z.literal('level'),
    reading: reading.exclude(['businessHours']).default('clamped'),
    clause: clauseNumber,
  }),
  z.strictObject({ kind: z.literal('none'), clause: clauseNumber }),
]);

/** Two tracks run side by side: this one round the clock, and never a promise to the customer (A9). */
const critical = z
  .strictObject({
    minutes: z.number().positive().meta({ description: 'Round the clock, for the desk itself.' }),
    ifSilent: z.enum(['next_on_call', 'none']).default('next_on_call'),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** An answer to a later message of the requester (A12): regulated nowhere, at most a target of the desk. */
const nextResponse = z
  .strictObject({
    target: duration.strict().nullable().default(null),
    suspendedIn: z.array(z.enum(['with_development', 'waiting_requester'])).default([]),
    clause: clauseNumber.optional(),
  })
  .prefault({});

/** What is counted. Only `firstResponse` is promised to a requester. */
export const packClocks = z.strictObject({
  firstResponse,
  diagnosis: z
    .strictObject({ limit: z.enum(['same_as_first', 'none']), clause: clauseNumber.optional() })
    .default({ limit: 'none' })
    .meta({ description: 'A3: whether the start of a diagnosis has a limit of its own.' }),
  critical,
  nextResponse,
  pauses: z
    .strictObject({
      states: z.array(z.enum(['waiting_requester'])).min(1),
      clause: clauseNumber,
    })
    .nullable()
    .default(null)
    .meta({ description: 'When the time of a resolution stands still. Null: never.' }),
  resolution: z
    .strictObject({
      promised: z.literal(false),
      dependsOn: z
        .array(z.enum(['severity', 'complexity', 'hand_over', 'answers', 'partners', 'release']))
        .default([]),
      clauses: z.array(clauseNumber).min(1),
    })
    .nullable()
    .default(null)
    .meta({
      description: 'What the text says about the time of a resolution. No text promises it.',
    }),
});

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

/** What a requester is told at once. */
export const packAcknowledge = z
  .strictObject({
    channels: z.array(z.enum(['widget', 'mail', 'telegram', 'bitrix24'])).min(1),
    number: z.boolean().default(true),
    emailRequired: z.boolean().default(false).meta({
      description: 'B7: a contract without an address for the number is incomplete.',
    }),
    clause: clauseNumber.optional(),
  })
  .prefault({ channels: ['widget'] });

/** When a request counts as received (S0: round the clock; the working clock waits for the opening). */
export const packReceipt = z
  .strictObject({
    roundTheClock: z.boolean().default(true),
    clause: clauseNumber.optional(),
  })
  .prefault({});
