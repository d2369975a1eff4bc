import { z } from 'zod';
import { entitlementStates, unstatedReasons } from '#shared/vocabulary.ts';
import { decision, duration, notice } from '#shared/wire/decision.ts';
import { clauseNumber, fieldId, localDay, packId } from './words.ts';

const instant = z.iso.datetime();

/** What a requester's contract, tariff or agreement says; every part may be unknown. */
const entitlementFacts = z.strictObject({
  validFrom: localDay.optional(),
  validUntil: localDay.optional(),
  plan: z.string().optional(),
  level: z.string().optional(),
  firstResponse: duration.strict().optional(),
});

const given = z.strictObject({
  receivedAt: instant,
  arrival: z.enum(['widget', 'channel']).default('widget'),
  category: packId,
  unanswered: z.array(fieldId).default([]).meta({
    description: 'Fields left empty; every other one is answered.',
  }),
  requester: z
    .strictObject({
      proven: z.boolean(),
      category: packId.optional(),
      entitlement: entitlementFacts.nullable(),
    })
    .default({ proven: false, entitlement: null }),
});

const expected = z
  .strictObject({
    entitlement: z.enum(entitlementStates).optional(),
    guaranteed: z.boolean().optional(),
    missing: z.array(fieldId).optional(),
    scope: z.enum(['in', 'out']).optional(),
    route: decision.shape.route.shape.kind.optional(),
    dueAt: instant.nullable().optional(),
    startsAt: instant.nullable().optional(),
    unstated: z.enum(unstatedReasons).optional(),
    estimated: z.boolean().optional(),
    clause: clauseNumber.optional().meta({ description: 'Of the first response.' }),
    notices: z
      .array(notice.shape.code)
      .optional()
      .meta({ description: 'All of these are said; others may be.' }),
    rights: z
      .array(packId)
      .optional()
      .meta({ description: 'Reasons of rights; all of these are offered, others may be.' }),
    openAtReceipt: z.boolean().nullable().optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, { error: 'expects nothing' });

/** A case worked by hand. `note` holds the reasoning, never a copy of what the engine said. */
export const packCase = z.strictObject({
  name: z.string().min(1),
  rows: z.array(z.string()).default([]).meta({
    description: 'Requirement rows the case shows: `S0.9.1`.',
  }),
  note: z.string().min(20),
  given,
  expect: expected,
});
export type PackCase = z.infer<typeof packCase>;
