import { z } from 'zod';

/** The one-time code that a message in the official channel carries, as somebody typed or pasted it. */
export const arrivalBody = z.strictObject({
  code: z.string().trim().min(1).max(40).meta({ example: 'Q7K2 M9XA' }),
});

/** The ticket that a code stood for; its clock has started. */
export const arrivedTicket = z.object({ id: z.string() });
export type ArrivedTicket = z.infer<typeof arrivedTicket>;
