import { z } from 'zod';
import { duration } from '#shared/wire/decision.ts';
import { clauseNumber, packId, packText } from './words.ts';

/** What a plan is for: a rented system, a bought one, or both. */
const planKinds = ['rental', 'box'] as const;

/** What a plan holds. */
const planItem = z.strictObject({
  id: packId,
  text: packText,
  developerAdvice: z.boolean().default(false).meta({
    description: 'Brings a developer into the talk of those who hold it.',
  }),
  terms: z.enum(['included', 'by_order', 'order_for_exclusive']).meta({
    description:
      '`by_order` needs an accepted order; `order_for_exclusive` only for an exclusive edition.',
  }),
  recurring: z.boolean().default(false).meta({ description: 'A task of every month.' }),
  developmentFirst: z.boolean().default(false).meta({
    description: 'Hand-overs to development of those who hold it go before those of others.',
  }),
  clause: clauseNumber,
});

/** Money in whole units of the currency. The sums of the text stand here; nothing is computed in. */
const prices = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ description: 'ISO 4217: `RUB`.' }),
  month: z.number().positive().meta({ description: 'As the text states it.' }),
  year: z.number().positive().meta({ description: 'As the text states it; the linter adds up.' }),
  vat: z
    .enum(['none', 'included', 'excluded'])
    .meta({ description: 'What the text says about value added tax.' }),
  yearDiscount: z
    .strictObject({
      percent: z
        .number()
        .positive()
        .max(100)
        .meta({ description: 'Per cent off for a whole year.' }),
      applies: z.enum(['inside', 'outside', 'unstated']).meta({
        description: 'E1: whether the price of a year holds the discount already.',
      }),
      clause: clauseNumber,
    })
    .optional()
    .meta({ description: 'Kept beside the list price, never taken off it.' }),
  clause: clauseNumber,
});

/** A plan of support that is sold. */
const packPlan = z.strictObject({
  id: packId,
  name: packText,
  kind: z.enum(planKinds).nullable().default(null).meta({
    description: 'Null: the text does not tell a rented system from a bought one.',
  }),
  extends: packId.nullable().default(null).meta({
    description: 'E3: another plan whose items this one holds besides its own.',
  }),
  firstResponse: duration.strict().nullable().default(null).meta({
    description: 'Term of the plan, where the first response is of kind `level`.',
  }),
  hoursPerMonth: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .meta({ description: 'Hours of work it holds; null: not counted.' }),
  hoursClause: clauseNumber.optional(),
  chats: z
    .strictObject({
      most: z.int().positive().meta({ description: 'How many an organisation may have.' }),
      clause: clauseNumber,
    })
    .optional()
    .meta({ description: 'Working chats in a messenger.' }),
  items: z.array(planItem).default([]).meta({ description: 'What it holds.' }),
  prices: prices.optional().meta({ description: 'Absent where the text names none.' }),
  clause: clauseNumber,
});
export type PackPlan = z.infer<typeof packPlan>;
export const packPlans = z.array(packPlan).default([]);

/** A level of support that a regulation names; null where it leaves the term to be settled (A10). */
export const packLevels = z
  .array(
    z.strictObject({
      id: packId,
      name: packText,
      firstResponse: duration
        .strict()
        .nullable()
        .meta({ description: 'A10: null where the text leaves the term open.' }),
      clause: clauseNumber,
    }),
  )
  .default([]);

/** How the working hours of a plan are kept (E2, E4). */
export const packHours = z
  .strictObject({
    carryOver: z
      .enum(['none', 'next_month'])
      .default('none')
      .meta({ description: 'E2: what becomes of hours that a month left.' }),
    quantumMinutes: z
      .int()
      .positive()
      .default(1)
      .meta({ description: 'E2: the least that is counted, with `rounding`.' }),
    rounding: z
      .enum(['none', 'up'])
      .default('none')
      .meta({ description: 'E2: each piece of work to whole quanta.' }),
    overage: z
      .enum(['ask', 'refuse', 'allow'])
      .default('ask')
      .meta({ description: 'E2: work beyond the hours: an agent chooses, none, or as overage.' }),
    ownErrors: z.enum(['free', 'counted']).default('free').meta({
      description: "Whether work on the vendor's own errors uses hours up.",
    }),
    month: z.enum(['calendar', 'contract']).default('calendar').meta({
      description: 'A month of the calendar in the zone of the desk, or of the contract.',
    }),
    warnAtPercent: z
      .number()
      .min(1)
      .max(100)
      .default(80)
      .meta({ description: 'Part of the hours at which agents are warned.' }),
    appliesTo: z
      .array(z.enum(planKinds))
      .min(1)
      .default(['box'])
      .meta({ description: 'E4: whose hours are counted.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);
