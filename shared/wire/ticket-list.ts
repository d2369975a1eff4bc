import { z } from 'zod';
import { severities, ticketChannels, ticketStatuses } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();

/** A ticket as programs keep it: ids, enums and instants beside its subject. */
const listedTicket = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  severity: z.enum(severities),
  category: z.string(),
  channel: z.enum(ticketChannels),
  requester: z.string(),
  organisation: z.string().nullable(),
  contract: z.string().nullable(),
  plan: z.string().nullable(),
  assignee: z.string().nullable(),
  edition: z.string(),
  createdAt: instant,
  receivedAt: instant.nullable(),
  updatedAt: instant,
  /** When the first response is due; null once it does not run. */
  dueAt: instant.nullable(),
  firstRespondedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  version: z.int(),
});
export type ListedTicket = z.infer<typeof listedTicket>;

/** A page of a vendor's tickets, the newest first. */
export const ticketPage = z.object({
  rows: z.array(listedTicket),
  next: z.string().nullable(),
});
export type TicketPage = z.infer<typeof ticketPage>;
