import { z } from 'zod';
import { ticketStatuses } from '#shared/vocabulary.ts';

/** A ticket by its id and by its number, as people say it: `MOD-1042`. */
export const ticketName = z.object({ id: z.string(), number: z.string() });
export type TicketName = z.infer<typeof ticketName>;

/** A ticket as a line of a list names it. */
export const ticketLine = ticketName.extend({
  subject: z.string(),
  status: z.enum(ticketStatuses),
});
