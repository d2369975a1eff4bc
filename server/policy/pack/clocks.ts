import { z } from 'zod';
import { dayReadings, queueKeys, severityOrders } from '#shared/vocabulary.ts';
import { duration } from '#shared/wire/decision.ts';
import { clauseNumber, packId } from './words.ts';

const howDaysCount = 'A1: how days are counted. Has to be chosen where the target counts days.';
const reading = z.enum(dayReadings).meta({ description: howDaysCount });
const readingOfContracts = reading
  .exclude(['businessHours'])
  .default('clamped')
  .meta({ description: howDaysCount });

const hoursPerDay = z.number().positive().max(24).optional().meta({
  description: 'With the reading `businessHours`: how many hours one working day counts.',
});

/** Where the target of the first response comes from (A10). */
const firstResponse = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('fixed').meta({ description: 'The text states the term.' }),
        target: duration.strict().meta({ description: 'The term.' }),
        reading: reading.optional(),
        hoursPerDay,
        clause: clauseNumber,
      })
      .refine((clock) => clock.target.unit !== 'businessDay' || clock.reading !== undefined, {
        error: 'a target in days needs a reading',
        path: ['reading'],
      })
      .refine(
        (clock) => (clock.reading === 'businessHours') === (clock.hoursPerDay !== undefined),
        {
          error: 'stands with the reading `businessHours` and only there',
          path: ['hoursPerDay'],
        },
      ),
    z.strictObject({
      kind: z.literal('contract').meta({ description: 'Each contract states it.' }),
      reading: readingOfContracts,
      clause: clauseNumber,
    }),
    z.strictObject({
      kind: z.literal('level').meta({ description: 'The level or plan of support states it.' }),
      reading: readingOfContracts,
      clause: clauseNumber,
    }),
    z.strictObject({
      kind: z
        .literal('none')
        .meta({ description: 'The text promises none; it is still measured.' }),
      clause: clauseNumber,
    }),
  ])
  .meta({ description: 'A10: the only clock that is promised to a requester.' });

/** Two tracks run side by side: this one round the clock, and never a promise to the customer (A9). */
const critical = z
  .strictObject({
    minutes: z.number().positive().meta({ description: 'Round the clock, for the desk itself.' }),
    ifSilent: z
      .enum(['next_on_call', 'none'])
      .default('next_on_call')
      .meta({ description: 'Who is called when nobody has taken it up.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null)
  .meta({ description: 'A9: critical outages, beside the ordinary clock.' });

/** An answer to a later message of the requester (A12): regulated nowhere, at most a target of the desk. */
const nextResponse = z
  .strictObject({
    target: duration.strict().nullable().default(null).meta({ description: 'Null: none is kept.' }),
    suspendedIn: z
      .array(z.enum(['with_development', 'waiting_requester']))
      .default([])
      .meta({ description: 'States in which it does not run.' }),
    clause: clauseNumber.optional(),
  })
  .prefault({})
  .meta({ description: 'A12: an answer to a later message; a target of the desk, no promise.' });

/** What is counted. Only `firstResponse` is promised to a requester. */
export const packClocks = z.strictObject({
  firstResponse,
  diagnosis: z
    .strictObject({
      limit: z
        .enum(['same_as_first', 'none'])
        .meta({ description: 'The limit of the first response, or none.' }),
      clause: clauseNumber.optional(),
      finding: z.strictObject({ clause: clauseNumber }).optional().meta({
        description:
          'Present where a diagnosis has to end in a finding: an error, none, or not repeatable.',
      }),
    })
    .default({ limit: 'none' })
    .meta({ description: 'A3: whether the start of a diagnosis has a limit of its own.' }),
  critical,
  nextResponse,
  pauses: z
    .strictObject({
      states: z
        .array(z.enum(['waiting_requester']))
        .min(1)
        .meta({ description: 'States in which the time does not run.' }),
      clause: clauseNumber,
    })
    .nullable()
    .default(null)
    .meta({ description: 'When the time of a resolution stands still. Null: never.' }),
  resolution: z
    .strictObject({
      promised: z
        .literal(false)
        .meta({ description: 'No text promises a solution by an instant.' }),
      dependsOn: z
        .array(z.enum(['severity', 'complexity', 'hand_over', 'answers', 'partners', 'release']))
        .default([])
        .meta({ description: 'What the text says the time depends on.' }),
      clauses: z.array(clauseNumber).min(1).meta({ description: 'Clauses that speak of it.' }),
    })
    .nullable()
    .default(null)
    .meta({
      description: 'What the text says about the time of a resolution. No text promises it.',
    }),
});

/** What an agent can do that a regulation may count as the first response; an answer always counts. */
export const responseKinds = [
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
  counts: z
    .array(z.enum(responseKinds))
    .min(1)
    .meta({ description: 'What counts as the first response; a full answer always does.' }),
  autoAckCounts: z.boolean().default(false).meta({
    description: 'A2: whether the automatic acknowledgement is a first response.',
  }),
  clause: clauseNumber,
});

/** The order of work (D7). */
export const packQueue = z.strictObject({
  order: z
    .array(z.enum(queueKeys))
    .min(1)
    .meta({ description: 'D7: the first key by which two tickets differ decides.' }),
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
    channels: z
      .array(z.enum(['widget', 'mail', 'telegram', 'bitrix24']))
      .min(1)
      .meta({ description: 'Where the receipt is confirmed.' }),
    number: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether it names the number of the request.' }),
    emailRequired: z.boolean().default(false).meta({
      description: 'B7: a contract without an address for the number is incomplete.',
    }),
    clause: clauseNumber.optional(),
  })
  .prefault({ channels: ['widget'] });

/** When a request counts as received (S0: round the clock; the working clock waits for the opening). */
export const packReceipt = z
  .strictObject({
    roundTheClock: z
      .boolean()
      .default(true)
      .meta({ description: 'Requests arrive at any hour; the clock waits for the opening.' }),
    clause: clauseNumber.optional(),
  })
  .prefault({});
