import { z } from 'zod';
import { articleUses } from '#shared/article-uses.ts';
import { contactChannels, contactKinds, eraseReasons } from '#shared/people.ts';
import {
  locales,
  messageAuthors,
  messageKinds,
  orderStates,
  ticketStatuses,
} from '#shared/vocabulary.ts';
import { proofSources, proofStates } from '#shared/wire/conditions.ts';
import { captureContext } from '#shared/wire/capture.ts';
import { answer } from '#shared/wire/ticket.ts';

const instant = z.iso.datetime();

const exportedFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** Where its bytes are, for whoever may read the export. */
  url: z.string().meta({ example: 'https://support.example/v1/desk/vendors/modme/attachments/x' }),
});

const exportedMessage = z.object({
  id: z.string(),
  kind: z.enum(messageKinds).exclude(['note']),
  author: z.enum(messageAuthors),
  at: instant,
  text: z.string(),
  answers: z.record(z.string(), answer).nullable(),
  context: captureContext.nullable(),
  files: z.array(exportedFile),
});

/** Everything that is kept about one person who asks, but what the desk notes for itself. */
export const requesterExport = z.object({
  vendor: z.string(),
  exportedAt: instant,
  requester: z.object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    organisation: z.string().nullable(),
    position: z.string().nullable(),
    contract: z.string().nullable(),
    region: z.string().nullable(),
    timezone: z.string().nullable(),
    locale: z.enum(locales),
  }),
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      subject: z.string(),
      status: z.enum(ticketStatuses),
      createdAt: instant,
      erasedAt: instant.nullable(),
      messages: z.array(exportedMessage),
      meetings: z.array(z.object({ url: z.string(), at: instant })),
      /** What was shown to them or opened by them before they wrote, and what answered. */
      articles: z.array(z.object({ article: z.string(), use: z.enum(articleUses), at: instant })),
      orders: z.array(
        z.object({
          scope: z.string(),
          priceMinor: z.int(),
          currency: z.string(),
          state: z.enum(orderStates),
          at: instant,
          /** Who of the customer accepted or declined, as the desk wrote it down. */
          decidedBy: z.string().nullable(),
        }),
      ),
    }),
  ),
  contacts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(contactKinds),
      channel: z.enum(contactChannels),
      at: instant,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      organisation: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  opinions: z.array(
    z.object({
      survey: z.string(),
      ticket: z.string().nullable(),
      askedAt: instant,
      /** When they answered; null where they did not. */
      at: instant.nullable(),
      score: z.int().nullable(),
      solved: z.boolean().nullable(),
      comment: z.string().nullable(),
    }),
  ),
  /** Files that they have not sent with a message. */
  uploads: z.array(exportedFile.omit({ url: true })),
  /** What they or an agent said of agreements and conditions. */
  proofs: z.array(
    z.object({
      subject: z.string(),
      source: z.enum(proofSources),
      state: z.enum(proofStates),
      at: instant,
    }),
  ),
  /** Letters to their address. */
  letters: z.array(
    z.object({
      kind: z.string(),
      ticket: z.string().nullable(),
      at: instant,
      sentAt: instant.nullable(),
    }),
  ),
});
export type RequesterExport = z.infer<typeof requesterExport>;

/** What erases a person for good: at once, so a body that gives no reason is refused. */
export const eraseBody = z.strictObject({ reason: z.enum(eraseReasons) });
export type EraseBody = z.infer<typeof eraseBody>;

/** How much of one person was taken away. */
export const erasedReceipt = z.object({
  tickets: z.int(),
  messages: z.int(),
  files: z.int(),
});
export type ErasedReceipt = z.infer<typeof erasedReceipt>;
