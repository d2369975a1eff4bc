import { z } from 'zod';
import { guestEnds } from '#shared/people.ts';
import { messageKinds, ticketStatuses } from '#shared/vocabulary.ts';
import { messageText, messageView } from '#shared/wire/ticket.ts';

const instant = z.iso.datetime();

/** Somebody from outside who is to help with one ticket. */
export const guestBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).optional(),
  /** What they help with. */
  help: z.string().trim().min(1).max(500),
  /** How long the link opens the thread. */
  days: z.int().min(1).max(90).default(14),
});
export type GuestBody = z.output<typeof guestBody>;

/** The link is said once: only its digest is kept. */
export const guestInvited = z.object({ id: z.string(), link: z.string(), expiresAt: instant });
export type GuestInvited = z.infer<typeof guestInvited>;

const guestView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  help: z.string(),
  invitedBy: z.string(),
  invitedAt: instant,
  expiresAt: instant,
  lastSeenAt: instant.nullable(),
  /** Null while the link may be used. */
  ended: z.enum(guestEnds).nullable(),
});
/** Guests of one ticket, the first one first. */
export const guestList = z.object({ guests: z.array(guestView) });
export type GuestList = z.infer<typeof guestList>;

const guestMessage = z.object({
  id: z.string(),
  kind: z.enum(messageKinds).exclude(['note']),
  author: messageView.shape.author,
  /** Absent for the requester: a guest learns nobody's contact data. */
  authorName: z.string().optional(),
  /** Null where it looked like a password or a key. */
  text: z.string().nullable(),
  createdAt: instant,
});

/** One thread as a guest sees it: its public words and nothing else. */
export const guestThread = z.object({
  vendor: z.string(),
  number: z.string(),
  status: z.enum(ticketStatuses),
  guest: z.object({ id: z.string(), name: z.string(), expiresAt: instant }),
  messages: z.array(guestMessage),
  now: instant,
});
export type GuestThread = z.infer<typeof guestThread>;

/** What a guest adds to the thread. */
export const guestMessageBody = z.strictObject({ text: messageText });
