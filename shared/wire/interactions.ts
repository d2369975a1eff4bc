import { z } from 'zod';
import { contactChannels, contactKinds, contactReasons } from '#shared/people.ts';
import { channels, languages } from '#shared/vocabulary.ts';
import { messageText } from '#shared/wire/ticket.ts';
import { meantInstant } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const line = z.string().trim().min(1).max(200);

/** A contact as the agent who had it writes it down. */
export const contactBody = z.strictObject({
  kind: z.enum(contactKinds),
  channel: z.enum(contactChannels),
  /** What was said. */
  text: messageText,
  /** Of the pack; a contact that is a request by the regulation needs one. */
  category: id.optional(),
  /** Somebody the desk knows; else who it was. */
  requester: id.optional(),
  organisation: line.optional(),
  name: line.optional(),
  phone: line.optional(),
  locale: z.enum(languages).default('ru'),
  /** When it came, where it is written down later. */
  receivedAt: meantInstant.optional(),
});
export type ContactBody = z.output<typeof contactBody>;

/** A way that the regulation names instead. */
const way = z.object({
  kind: z.enum(channels),
  label: z.string(),
  address: z.string(),
  href: z.string(),
});

/** A contact without a number and without a clock. */
export const interactionView = z.object({
  id: z.string(),
  kind: z.enum(contactKinds),
  channel: z.enum(contactChannels),
  at: instant,
  requester: z.string().nullable(),
  organisation: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  category: z.string().nullable(),
  /** Null once it was erased. */
  text: z.string().nullable(),
  reason: z.enum(contactReasons),
  clause: z.string(),
  /** The agent who wrote it down. */
  recordedBy: z.string(),
  /** The ticket that was made of it. */
  ticket: z.string().nullable(),
});
export type InteractionView = z.infer<typeof interactionView>;

/** What became of a contact: a ticket where the regulation takes it for a request, else a note and what to answer. */
export const contactRecorded = z.discriminatedUnion('record', [
  z.object({
    record: z.literal('ticket'),
    ticket: z.object({ id: z.string(), number: z.string() }),
  }),
  z.object({
    record: z.literal('interaction'),
    interaction: interactionView,
    answer: z.object({
      /** Ready to be sent, in the language of the contact. */
      text: z.string(),
      ways: z.array(way),
      /** The link to the form is part of the answer. */
      sendForm: z.boolean(),
    }),
  }),
]);
export type ContactRecorded = z.infer<typeof contactRecorded>;

/** A page of them, the newest first. */
export const interactionList = z.object({
  interactions: z.array(interactionView),
  next: z.string().nullable(),
});
export type InteractionList = z.infer<typeof interactionList>;

/** The category under which a contact becomes a ticket. */
export const convertBody = z.strictObject({ category: id });
