import { z } from 'zod';
import { ticketLine } from '#shared/wire/ticket-name.ts';

const instant = z.iso.datetime();

/** Contacts after a resolution that are still owed, the oldest resolution first. */
export const followUpList = z.object({
  rows: z.array(
    z.object({
      ticket: ticketLine,
      requesterName: z.string(),
      /** `due`: not begun; `asked`: no answer yet; `person`: somebody has to get in touch. */
      state: z.enum(['due', 'asked', 'person']),
      resolvedAt: instant,
      /** When it goes on by itself; null where a person is awaited. */
      nextAt: instant.nullable(),
      clause: z.string(),
    }),
  ),
  next: z.string().nullable(),
  now: instant,
});
export type FollowUpList = z.infer<typeof followUpList>;

/** Appeals that wait to be heard, by their terms. */
export const appealList = z.object({
  rows: z.array(
    z.object({
      ticket: ticketLine,
      requesterName: z.string(),
      /** The role that hears it, in the reader's language. */
      to: z.object({ id: z.string(), name: z.string() }),
      appealedAt: instant,
      /** Null where the regulation names no term. */
      dueAt: instant.nullable(),
      clause: z.string(),
    }),
  ),
  next: z.string().nullable(),
  now: instant,
});
export type AppealList = z.infer<typeof appealList>;

/** Tickets whose requester was asked and has not answered, the longest silence first. */
export const silenceList = z.object({
  rows: z.array(
    z.object({
      ticket: ticketLine,
      requesterName: z.string(),
      waitingFor: z.enum(['no_confirmation', 'no_information']),
      since: instant,
      reminders: z.int(),
      remindedAt: instant.nullable(),
      /** Whether the ticket may be ended for the silence; `never` where the regulation ends none. */
      closing: z.enum(['never', 'not_yet', 'may_close']),
      /** Since when it may, or from when on it will; null where that is unknown or never comes. */
      closableAt: instant.nullable(),
      clause: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
  now: instant,
});
export type SilenceList = z.infer<typeof silenceList>;
