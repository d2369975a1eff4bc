import { z } from 'zod';
import { outcomes } from '#shared/vocabulary.ts';

const count = z.int().min(0);

/** Tickets, and how long they stood open: from the receipt to the end, in seconds round the clock. */
const share = z.object({ tickets: count, openSeconds: count });

/** What a desk's tickets of a period ended in. Days of the vendor's zone, both included. */
export const outcomeReport = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  ended: count,
  outcomes: z.array(z.object({ outcome: z.enum(outcomes), tickets: count })),
  categories: z.array(
    z.object({ category: z.string(), team: z.string().nullable(), tickets: count }),
  ),
  /** Reasons that were told: of an end, or of putting off, each time it was put off. */
  reasons: z.array(z.object({ act: z.enum(['end', 'defer']), reason: z.string(), times: count })),
  causes: z.array(share.extend({ cause: z.string(), liable: z.boolean() })),
  /** Without those whose cause the vendor does not answer for. */
  own: share,
});
export type OutcomeReport = z.infer<typeof outcomeReport>;
