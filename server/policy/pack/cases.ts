import { z } from 'zod';
import { entitlementStates, unstatedReasons } from '#shared/vocabulary.ts';
import { decision, duration, notice } from '#shared/wire/decision.ts';
import { clauseNumber, fieldId, localDay, packId } from './words.ts';

const instant = z.iso.datetime();

/** What a requester's contract, tariff or agreement says; every part may be unknown. */
const entitlementFacts = z.strictObject({
  validFrom: localDay.optional(),
  validUntil: localDay.optional().meta({ description: 'The last valid day, whole.' }),
  plan: z.string().optional().meta({ description: 'A plan of `plans`, or another name.' }),
  level: z.string().optional().meta({ description: 'A level of `levels`.' }),
  firstResponse: duration
    .strict()
    .optional()
    .meta({ description: 'What the contract itself promises.' }),
});

const given = z.strictObject({
  receivedAt: instant.meta({ description: 'UTC: `2026-11-24T07:00:00.000Z`.' }),
  arrival: z
    .enum(['widget', 'channel'])
    .default('widget')
    .meta({ description: '`channel`: it has come by the official channel of a bridge.' }),
  category: packId,
  unanswered: z.array(fieldId).default([]).meta({
    description: 'Fields left empty; every other one is answered.',
  }),
  requester: z
    .strictObject({
      proven: z.boolean().meta({ description: 'Whether somebody vouches for the person.' }),
      category: packId.optional().meta({ description: 'A category of `requesters`.' }),
      entitlement: entitlementFacts.nullable().meta({ description: 'Null: nothing is known.' }),
    })
    .default({ proven: false, entitlement: null })
    .meta({ description: 'Who asks; left out: somebody unknown.' }),
});

const expected = z
  .strictObject({
    entitlement: z
      .enum(entitlementStates)
      .optional()
      .meta({ description: 'Whether support holds for the requester.' }),
    guaranteed: z
      .boolean()
      .optional()
      .meta({ description: 'Whether it is a promise and not a courtesy.' }),
    missing: z
      .array(fieldId)
      .optional()
      .meta({ description: 'Exactly these fields are told to be missing.' }),
    scope: z.enum(['in', 'out']).optional().meta({ description: 'Whether it is part of support.' }),
    route: decision.shape.route.shape.kind
      .optional()
      .meta({ description: 'Straight in, over a bridge, or to a contract.' }),
    dueAt: instant
      .nullable()
      .optional()
      .meta({ description: 'By when the first response is promised; null: not at all.' }),
    startsAt: instant.nullable().optional().meta({ description: 'From when it is counted.' }),
    unstated: z.enum(unstatedReasons).optional().meta({ description: 'Why there is no instant.' }),
    estimated: z
      .boolean()
      .optional()
      .meta({ description: 'Whether a day was counted that is not final.' }),
    clause: clauseNumber.optional().meta({ description: 'Of the first response.' }),
    notices: z
      .array(notice.shape.code)
      .optional()
      .meta({ description: 'All of these are said; others may be.' }),
    rights: z
      .array(packId)
      .optional()
      .meta({ description: 'Reasons of rights; all of these are offered, others may be.' }),
    openAtReceipt: z
      .boolean()
      .nullable()
      .optional()
      .meta({ description: 'Whether the desk was open; null: no hours are stated.' }),
  })
  .refine((expect) => Object.keys(expect).length > 0, { error: 'expects nothing' });

/** A case worked by hand. `note` holds the reasoning, never a copy of what the engine said. */
export const packCase = z.strictObject({
  name: z.string().min(1),
  rows: z.array(z.string()).default([]).meta({
    description: 'Requirement rows the case shows: `S0.9.1`.',
  }),
  note: z
    .string()
    .min(20)
    .meta({ description: 'The reasoning by hand, never the answer of the engine.' }),
  given: given.meta({ description: 'The request.' }),
  expect: expected.meta({
    description: 'What the policy has to say to it; what is left out may be anything.',
  }),
});
export type PackCase = z.infer<typeof packCase>;
