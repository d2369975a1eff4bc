import { z } from 'zod';

/** A ticket by its id and by its number, as people say it: `MOD-1042`. */
export const ticketName = z.object({ id: z.string(), number: z.string() });
export type TicketName = z.infer<typeof ticketName>;
