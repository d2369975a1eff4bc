import { z } from 'zod';
import { messageAuthors, messageKinds, ticketStatuses } from '#shared/vocabulary.ts';

/** A message that holds what was looked for, and the ticket that it stands in. */
const messageHit = z.object({
  id: z.string(),
  kind: z.enum(messageKinds),
  author: z.enum(messageAuthors),
  createdAt: z.iso.datetime(),
  /** Part of its text, and where in it the words stand: first character and the one behind the last. */
  excerpt: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])),
  ticket: z.object({
    id: z.string(),
    number: z.string(),
    subject: z.string(),
    status: z.enum(ticketStatuses),
  }),
});

/** A page of messages, the newest first; `next` begins the page behind it. */
export const messageHits = z.object({ messages: z.array(messageHit), next: z.string().nullable() });
export type MessageHits = z.infer<typeof messageHits>;
