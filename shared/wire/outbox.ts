import { z } from 'zod';
import { noticeObstacles, outboxStates } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();

/** Why a notice inside a portal was not tried. */
export const noticeObstacle = z.enum(noticeObstacles);

/** A letter or message that waits to be sent. */
const outboxRow = z.object({
  id: z.string(),
  kind: z.string(),
  to: z.string(),
  ticketNumber: z.string(),
  subject: z.string(),
  text: z.string(),
  /** A file for calendar programs, where the letter is about a meeting. */
  calendar: z.string().optional(),
  createdAt: instant,
  state: z.enum(outboxStates),
  /** `portal`: a notice inside the requester's Bitrix24. */
  via: z.enum(['mail', 'portal']),
  why: noticeObstacle.optional(),
});
export type OutboxRow = z.infer<typeof outboxRow>;
/** The letters of a desk; `sending` is false where nothing leaves the machine. */
export const outboxList = z.object({
  rows: z.array(outboxRow),
  next: z.string().nullable(),
  sending: z.boolean(),
});
export type OutboxList = z.infer<typeof outboxList>;
