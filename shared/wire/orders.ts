import { z } from 'zod';
import { orderStates } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();

/** Work that a customer is asked to accept apart from the plan. */
export const proposeOrderBody = z.strictObject({
  scope: z.string().trim().min(1).max(10_000).meta({ description: 'What is to be done.' }),
  priceMinor: z
    .int()
    .min(0)
    .max(1e12)
    .meta({ description: 'In minor units of the currency: kopecks, tiyin.' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ description: 'ISO 4217: `RUB`.' }),
  item: z
    .string()
    .min(1)
    .max(64)
    .meta({ description: 'An item of the plan; absent: what the category is about.' })
    .optional(),
  exclusive: z.boolean().default(false).meta({ description: 'On an exclusive edition.' }),
});

/** Who of the customer accepted or declined, as the agent was told. */
export const decideOrderBody = z.strictObject({
  by: z.string().trim().min(1).max(200),
});

/** Work to order as the desk sees it. */
export const orderView = z.object({
  id: z.string(),
  ticketId: z.string(),
  organisationId: z.string().nullable(),
  item: z.string().nullable(),
  scope: z.string(),
  priceMinor: z.int(),
  currency: z.string(),
  state: z.enum(orderStates),
  /** The clause that takes an order for it. */
  clause: z.string(),
  proposedAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  doneAt: instant.nullable(),
  /** Work that was written down for it. */
  workedMinutes: z.int(),
});
export type OrderView = z.infer<typeof orderView>;
export const orderList = z.object({ orders: z.array(orderView) });
