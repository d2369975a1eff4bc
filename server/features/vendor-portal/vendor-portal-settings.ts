import { z } from 'zod';
import { locales, ticketStatuses } from '#shared/vocabulary.ts';

/** What of a ticket a field of the portal may hold; `answers.` and the id of a field of the form besides. */
export const ticketFacts = [
  'number',
  'subject',
  'category',
  'severity',
  'status',
  'channel',
  'plan',
  'organisation',
  'contract',
  'requester.name',
  'requester.email',
  'requester.phone',
  'createdAt',
  'dueAt',
  'link',
  'files',
] as const;

const fact = z.union([
  z.enum(ticketFacts),
  z.string().regex(/^answers\.[A-Za-z][A-Za-z0-9_-]{0,63}$/),
]);
const person = z.number().int().positive();
/** As the API writes it: `title`, `ufCrm44Portal`. What finds an item again is ours. */
const fieldName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,63}$/)
  .refine((name) => !['id', 'xmlId', 'originId', 'originatorId', 'stageId'].includes(name));

const item = z.strictObject({
  /** Lead 1, deal 2, invoice 31, a smart process from 128. */
  entityTypeId: z.union([z.literal(1), z.literal(2), z.literal(31), z.number().int().min(128)]),
  assignedById: person.optional(),
  categoryId: z.number().int().min(0).optional(),
  /** By the field of the portal, what it holds. */
  fields: z.record(fieldName, fact).default({}),
  /** By the status of a ticket, the stage its item is moved to. */
  stages: z.partialRecord(z.enum(ticketStatuses), z.string().min(1).max(50)).default({}),
});

/** What becomes of tickets in the vendor's portal. */
export const vendorPortalSettings = z
  .strictObject({
    /** Whose acts those of the portal's people are: an agent of the desk, by id. */
    agent: z.string().min(1),
    /** Language of what is written there. */
    locale: z.enum(locales).default('ru'),
    /** Every ticket becomes an item of the CRM; left out: none does. */
    item: item.optional(),
    /** Every ticket becomes a task. */
    everyTicketIsTask: z.boolean().default(false),
    /** Tasks are given to this person of the portal; what is handed over becomes one. Left out: nothing does. */
    task: z
      .strictObject({ responsibleId: person, groupId: z.number().int().positive().optional() })
      .optional(),
  })
  .refine(({ item: items, task }) => items !== undefined || task !== undefined, {
    message: 'name item, task or both',
  })
  .refine(({ everyTicketIsTask, task }) => !everyTicketIsTask || task !== undefined, {
    message: 'say in task whose the tasks are',
    path: ['task'],
  });
export type VendorPortalSettings = z.infer<typeof vendorPortalSettings>;
