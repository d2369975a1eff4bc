import { z } from 'zod';
import { readerUses } from '#shared/article-uses.ts';
import {
  channels,
  locales,
  messageAuthors,
  messageKinds,
  ticketStatuses,
} from '#shared/vocabulary.ts';
import { captureContext } from '#shared/wire/capture.ts';
import { decision } from '#shared/wire/decision.ts';
import { lifeView } from '#shared/wire/desk-life.ts';
import { ticketName } from '#shared/wire/ticket-name.ts';

const instant = z.iso.datetime();
const slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/);

/** Files one message may carry. */
export const attachmentLimit = 10;

/** Files uploaded before, by id. */
export const attachmentIds = z.array(z.string().max(64)).max(attachmentLimit).default([]);

const longestText = 20_000;

/** Words of one message, in characters. */
export const messageText = z.string().trim().min(1).max(longestText);

/** Answer to one field of the pack's form: a line, a text, or a list of steps. */
export const answer = z.union([z.string().max(longestText), z.array(z.string().max(1000)).max(50)]);
export type Answer = z.infer<typeof answer>;

/** A request as a widget sends it. */
export const openTicketBody = z.strictObject({
  category: slug,
  /** By field id of the widget's configuration: `{ did, expected, got, steps, phone }`. */
  answers: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/), answer),
  attachments: attachmentIds,
  context: captureContext.default({}),
  locale: z.enum(locales),
  /** Articles that were suggested while it was written, and what became of each. */
  articles: z
    .array(z.strictObject({ id: z.string().max(64), use: z.enum(readerUses) }))
    .max(40)
    .default([]),
  /** Version of the consent to the use of personal data that was given with it. */
  consent: z.string().max(40).optional(),
  /** An own ticket that this request goes on with, by id, where that is not opened again. */
  linkedTo: z.string().max(64).optional(),
});
export type OpenTicketBody = z.input<typeof openTicketBody>;

/** Where the opening of a ticket stands in the vendor's log, signed by the vendor: later statements have to agree. */
export const logReceipt = z.object({
  /** Place in the log, from 1. */
  seq: z.int(),
  /** Of the log up to there, hexadecimal. */
  hash: z.string(),
  /** Compact JWS (EdDSA) over `vendor`, `ticket`, `at`, `seq` and `hash`. */
  signed: z.string(),
});
export type LogReceipt = z.infer<typeof logReceipt>;

/** What a sender gets back, and gets again for the same idempotency key. */
export const ticketReceipt = z.object({
  id: z.string(),
  /** As people say it: `MOD-1042`. */
  number: z.string(),
  status: z.enum(ticketStatuses),
  subject: z.string(),
  /** When it was stored. */
  createdAt: instant,
  /** The receipt moment of the regulation; null until a bridge's official channel has it. */
  receivedAt: instant.nullable(),
  decision,
  logReceipt: logReceipt.optional(),
  bridge: z
    .object({
      channel: z.enum(channels),
      /** One-time code that ties the message in the official channel to this ticket. */
      code: z.string(),
      /** Opens the chat or the letter with the code already inside. */
      href: z.string(),
      address: z.string(),
      /** A letter went there in the requester's name, and its answer comes to this address: `a•••@firma.example`. */
      answerTo: z.string().optional(),
    })
    .optional(),
});
export type TicketReceipt = z.infer<typeof ticketReceipt>;

/** A stored file; sizes in bytes and pixels. */
export const attachmentView = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  width: z.int().optional(),
  height: z.int().optional(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** One message of a thread. */
export const messageView = z.object({
  id: z.string(),
  kind: z.enum(messageKinds),
  author: z.enum(messageAuthors),
  /** A role or a name the vendor chose to show; absent for the requester's own. */
  authorName: z.string().optional(),
  /** Empty once it was erased. */
  text: z.string(),
  createdAt: instant,
  erasedAt: instant.optional(),
  attachments: z.array(attachmentView),
});
export type MessageView = z.infer<typeof messageView>;

/** One line of the requester's own list. */
const ticketSummary = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  createdAt: instant,
  receivedAt: instant.nullable(),
  updatedAt: instant,
  firstResponseDueAt: instant.nullable(),
  firstRespondedAt: instant.nullable(),
  clause: z.string(),
  /** An agent wrote after the requester last looked. */
  unread: z.boolean(),
});
export type TicketSummary = z.infer<typeof ticketSummary>;

/** How a request stands, by its number; no word of it. */
export const ticketStanding = z.object({
  number: z.string(),
  status: z.enum(ticketStatuses),
  createdAt: instant,
  receivedAt: instant.nullable(),
  updatedAt: instant,
  firstResponseDueAt: instant.nullable(),
  firstRespondedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  /** Number of the request that it was joined with and goes on in. */
  goesOnIn: z.string().optional(),
  /** By which it is told; null where the regulation names none. */
  clause: z.string().nullable(),
  now: instant,
});
export type TicketStanding = z.infer<typeof ticketStanding>;

/** A page of a requester's own tickets, newest first. */
export const ticketList = z.object({
  tickets: z.array(ticketSummary),
  next: z.string().nullable(),
  now: instant,
});
export type TicketList = z.infer<typeof ticketList>;

/** What a requester was told of how it goes on or ended, besides an agent's words. */
const toldView = lifeView.pick({ release: true, deferred: true, ending: true }).extend({
  escalation: z
    .object({
      eta: instant.nullable(),
      nextUpdateBy: instant.nullable(),
      clause: z.string().nullable(),
    })
    .nullable(),
  /** The last look at the portal that the request names, where it found no way there; null where it did or none was. */
  portal: z
    .object({
      at: instant,
      /** `refused`: the address is none that is looked at. */
      outcome: z.enum(['unreachable', 'refused']),
      /** `name`, `chain`, `private_address` … */
      reason: z.string(),
      /** That asks for a portal that can be reached. */
      clause: z.string().nullable(),
    })
    .nullable(),
});

/** A ticket as its requester sees it: no notes, no agent's rights. */
export const ticketThread = ticketReceipt.extend({
  updatedAt: instant,
  firstRespondedAt: instant.nullable(),
  answers: z.array(z.object({ field: z.string(), label: z.string(), value: answer })),
  messages: z.array(messageView),
  /** Articles that were given as answers; a message holds the address of each in a line of its own. */
  articles: z.array(
    z.object({ slug: z.string(), title: z.string(), locale: z.enum(locales), href: z.string() }),
  ),
  told: toldView,
  /** The ticket that this one was joined with; what is written here goes there. */
  goesOnIn: ticketName.optional(),
  /** What the requester may do now besides writing. */
  can: z.array(z.enum(['reopen', 'withdraw', 'appeal', 'answer_follow_up'])),
  /** By what the regulation hears appeals and asks how it went; null where it does not. */
  rules: z.object({
    appeal: z.object({ to: z.string(), clause: z.string() }).nullable(),
    followUp: z
      .object({
        clause: z.string(),
        /** Whether it asks if it is solved, and not for a mark alone. */
        asksSolved: z.boolean(),
      })
      .nullable(),
  }),
  /** What comes of going on with it; only once it has ended. */
  reopening: z
    .object({
      outcome: z.enum(['reopen', 'complete_first', 'new_linked_ticket', 'refuse']),
      /** Fields to answer first, with the clauses that ask for them. */
      missing: z.array(z.object({ field: z.string(), clause: z.string() })).optional(),
      clause: z.string().optional(),
    })
    .optional(),
  now: instant,
});
export type TicketThread = z.infer<typeof ticketThread>;

/** A requester's message as it was stored. */
export const storedMessage = messageView.extend({
  /** The ticket that it stands in, where the one it was written to goes on in another. */
  goesOnIn: ticketName.optional(),
});
export type StoredMessage = z.infer<typeof storedMessage>;

/** What a requester adds to a ticket. */
export const replyBody = z.strictObject({
  text: messageText,
  attachments: attachmentIds,
});
