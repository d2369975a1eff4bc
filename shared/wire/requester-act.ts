import { z } from 'zod';
import { attachmentIds, answer, messageText } from '#shared/wire/ticket.ts';

/** What a requester can do with a ticket of their own besides writing: one act of its life each. */
export const requesterAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('reopen') }),
  z.strictObject({ act: z.literal('withdraw') }),
  z.strictObject({ act: z.literal('appeal'), text: messageText.optional() }),
  z.strictObject({
    act: z.literal('answer_follow_up'),
    solved: z.boolean().optional(),
    score: z.int().min(1).max(5).optional(),
    /** A comment. */
    text: messageText.optional(),
  }),
]);
export type RequesterAct = z.infer<typeof requesterAct>;

/** What a request lacked, by field id; a file answers a field that asks for one. */
export const completeRequestBody = z
  .strictObject({
    answers: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/), answer).default({}),
    attachments: attachmentIds,
  })
  .meta({ example: { answers: { phone: '+998 90 000 00 00' } } });
export type CompleteRequestBody = z.output<typeof completeRequestBody>;
