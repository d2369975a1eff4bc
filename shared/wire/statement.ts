import { z } from 'zod';
import { clockKinds, ticketStatuses } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' });

/** What became of a promise in the month; `open`: neither answered nor broken at its end. */
export const promiseOutcomes = ['kept', 'broken', 'open'] as const;

/** One promise of one ticket. */
export const statementPromise = z.object({
  clock: z.enum(clockKinds),
  clause: z.string().nullable(),
  startedAt: instant,
  dueAt: instant,
  /** When it was answered; null where it was not. */
  stoppedAt: instant.nullable(),
  brokenAt: instant.nullable(),
  outcome: z.enum(promiseOutcomes),
});

/** A time in which a ticket waited for somebody or something else than the desk. */
export const statementPause = z.object({
  reason: z.enum(ticketStatuses),
  from: instant,
  /** Null where it lasts. */
  until: instant.nullable(),
});

/**
 * One event of the log: of the organisation's own tickets whole, of all others its digest and a mark that only
 * who knows its ticket can count; events from before marks were kept have none.
 */
export const statementEvent = z.union([
  z.strictObject({ body: z.string() }),
  z.strictObject({ mark: hash, digest: hash }),
  z.strictObject({ digest: hash }),
]);

/** What a vendor states of one organisation's month. */
export const serviceStatement = z.object({
  /** The second has marks in its log. */
  format: z.enum(['reglament-statement-1', 'reglament-statement-2']),
  vendor: z.string(),
  organisation: z
    .object({ id: z.string(), name: z.string() })
    .meta({ description: "By the vendor's signed word: the log names nobody." }),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .meta({ example: '2026-11' }),
  zone: z.string().optional().meta({
    description:
      "The vendor's zone, which the month is of; statements from before it was told have none.",
    example: 'Asia/Tashkent',
  }),
  /** The month in the vendor's zone, the end exclusive; of a month that still runs up to `madeAt`. */
  from: instant,
  until: instant,
  madeAt: instant,
  attainment: z.array(
    z.object({
      clock: z.enum(clockKinds),
      clause: z.string().nullable(),
      kept: z.int(),
      broken: z.int(),
      open: z.int(),
      /** Kept of those decided, 0 to 1; null where none was. */
      share: z.number().nullable(),
    }),
  ),
  hours: z
    .object({
      clause: z.string(),
      budgetMinutes: z.number(),
      carriedMinutes: z.number(),
      usedMinutes: z.number(),
      leftMinutes: z.number(),
    })
    .nullable()
    .meta({
      description:
        "Null where the plan counts no hours. By the vendor's signed word: they are not counted from the log.",
    }),
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      edition: z.string(),
      promises: z.array(statementPromise),
      pauses: z.array(statementPause),
    }),
  ),
  /** The part of the vendor's log that all of this is read from. */
  log: z
    .object({
      /** Place of the first event. */
      from: z.int(),
      /** Of the log before it. */
      before: hash,
      events: z.array(statementEvent),
      /** Of the log after the last one. */
      head: hash,
    })
    .nullable()
    .meta({ description: 'Null where the organisation had no tickets.' }),
});
export type ServiceStatement = z.infer<typeof serviceStatement>;

/** A statement as it is handed out: what it says, and the vendor's signature over exactly that. */
export const signedStatement = z.object({
  statement: serviceStatement,
  /** Compact JWS (EdDSA) over the SHA-256 of `statement` as JSON without white space, hexadecimal. */
  signed: z.string(),
});
export type SignedStatement = z.infer<typeof signedStatement>;
