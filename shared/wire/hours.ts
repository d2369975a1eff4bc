import { z } from 'zod';
import { overageChoices } from '#shared/vocabulary.ts';
import { meantInstant } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);

/** Time that an agent worked on a request. */
export const logTimeBody = z.strictObject({
  minutes: z.int().min(1).max(1440),
  workedAt: meantInstant.meta({ description: 'Not later than now; absent: now.' }).optional(),
  item: id
    .meta({
      description:
        'What was done: an item of the plan or of what is supported; absent: what the category is about.',
    })
    .optional(),
  exclusive: z.boolean().default(false).meta({ description: 'On an exclusive edition.' }),
  ownError: z.boolean().default(false).meta({ description: "On the vendor's own error." }),
  order: id.meta({ description: 'An accepted order that this is work for.' }).optional(),
  choice: z
    .enum(overageChoices)
    .exclude(['order'])
    .meta({
      description: 'Counts only where the hours do not suffice; the choice `order` is an `order`.',
    })
    .optional(),
});

/** Other minutes for the same work. */
export const correctTimeBody = logTimeBody.pick({ minutes: true, choice: true });

/** One piece of work. What it counts for may be another month than that of the work. */
export const timeEntryView = z.object({
  id: z.string(),
  ticketId: z.string(),
  agent: z.string().nullable(),
  minutes: z.int(),
  /** What it uses up of the plan's hours. */
  countedMinutes: z.int(),
  item: z.string().nullable(),
  ownError: z.boolean(),
  orderId: z.string().nullable(),
  choice: z.enum(overageChoices).nullable(),
  workedAt: instant,
  /** In whose month it counts. */
  countedAt: instant,
  voided: z.boolean(),
});
export type TimeEntryView = z.infer<typeof timeEntryView>;

/** How the hours of a plan stand in one month; the end of the month is exclusive. */
export const hoursBudgetView = z.object({
  month: z.object({ from: instant, until: instant }),
  budgetMinutes: z.number(),
  carriedMinutes: z.number(),
  usedMinutes: z.number(),
  /** Below zero only by overage that an agent chose. */
  leftMinutes: z.number(),
  /** From so many used minutes on the desk is warned. */
  warnAtMinutes: z.number(),
  state: z.enum(['left', 'warn', 'used_up']),
  choices: z.array(z.enum(overageChoices)),
  clause: z.string(),
});
export type HoursBudgetView = z.infer<typeof hoursBudgetView>;

/** Work as it was written down, and the month it counts in. */
export const loggedTime = z.object({
  entry: timeEntryView,
  /** Null where no hours are counted. */
  budget: hoursBudgetView.nullable(),
});
export type LoggedTime = z.infer<typeof loggedTime>;

/** Time on one ticket, the oldest first. */
export const ticketTime = z.object({
  entries: z.array(timeEntryView),
  /** Of this month; null where no hours are counted for the ticket's customer. */
  budget: hoursBudgetView.nullable(),
  /** What work may be said to be, by the regulation and the customer's plan. */
  work: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        text: z.object({ ru: z.string(), uz: z.string(), en: z.string() }),
      }),
    ),
    /** Whether it matters that work is on an exclusive edition. */
    exclusive: z.boolean(),
    /** Whether any of it can be offered to order. */
    orders: z.boolean(),
  }),
});
export type TicketTime = z.infer<typeof ticketTime>;

/** Work as it would be counted, asked for in an address. */
export const timePreviewQuery = z.object({
  minutes: z.coerce.number().int().min(1).max(1440),
  ownError: z.stringbool().default(false).meta({ example: 'false' }),
});

/** What work would use up of the plan's hours; nothing is written. */
export const timePreview = z.object({
  countedMinutes: z.int(),
  /** The month with the work in it, where it fits; null where no hours are counted. */
  budget: hoursBudgetView.nullable(),
  /** What an agent has to choose from, where it does not fit. */
  choices: z.array(z.enum(overageChoices)),
});
export type TimePreview = z.infer<typeof timePreview>;

/** An organisation's month. */
export const organisationHours = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  plan: z.string().nullable(),
  budget: hoursBudgetView.nullable(),
  entries: z.array(timeEntryView),
});
export type OrganisationHours = z.infer<typeof organisationHours>;
