import { z } from 'zod';
import { productName } from '#shared/wire/releases.ts';
import { meantInstant } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();

/** What an announcement is about; `outage` is written by the watch itself, `advisory` by an advisory. */
export const announcementKinds = [
  'version',
  'update',
  'planned_works',
  'outage',
  'advisory',
] as const;

const announcementText = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(5000),
});

/** An announcement in every language. */
const announcementTexts = z.strictObject({
  ru: announcementText,
  uz: announcementText,
  en: announcementText,
});
export type AnnouncementTexts = z.infer<typeof announcementTexts>;

/**
 * Whom an agent may tell: everybody, those with a plan, those whose last request named a version or a
 * product, or those with a contract of one organisation.
 */
const chosenAudience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('plan'), plan: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal('version'), version: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('product'), product: productName }),
  z.strictObject({
    kind: z.literal('organisation'),
    organisation: z.string().min(1).max(64).meta({ example: 'org_1' }),
  }),
]);

/** The same, and whoever has a contract and a version of a range; with a version nobody knows, too. */
const audience = z.discriminatedUnion('kind', [
  ...chosenAudience.options,
  z.strictObject({
    kind: z.literal('holders'),
    /** Of which product the versions are; left out: of any. */
    product: z.string().optional(),
    from: z.string().nullable(),
    before: z.string().nullable(),
  }),
]);
export type Audience = z.infer<typeof audience>;

/** From when to when planned works last. */
const works = z.strictObject({ from: meantInstant, until: meantInstant });

/** What an agent announces; without `publishAt` at once. Planned works may say when they are. */
export const announceBody = z.strictObject({
  kind: z.enum(announcementKinds).exclude(['outage', 'advisory']),
  texts: announcementTexts,
  audience: chosenAudience,
  publishAt: meantInstant.optional(),
  works: works.optional(),
});
export type AnnounceBody = z.infer<typeof announceBody>;

/** Takes back what nobody was told of yet. */
export const announcementAct = z.strictObject({ act: z.literal('withdraw') });

/** An announcement and how far it has come. */
export const announcementView = z.object({
  id: z.string(),
  /** Counts its changes; `If-Match` names the one that was seen. */
  version: z.int(),
  kind: z.enum(announcementKinds),
  texts: announcementTexts,
  audience,
  publishAt: instant,
  works: works.nullable(),
  /** Until when widget and public page show it; null for an outage that lasts. */
  shownUntil: instant.nullable(),
  /** When everybody had been served; null before. */
  deliveredAt: instant.nullable(),
  /** When it was taken back before anybody was told; null where it was not. */
  withdrawnAt: instant.nullable(),
  /** Contacts that a letter was written to. */
  deliveries: z.int(),
});
export type AnnouncementView = z.infer<typeof announcementView>;

/** A page of the announcements of a desk, the newest first. */
export const announcementList = z.object({
  rows: z.array(announcementView),
  next: z.string().nullable(),
});
export type AnnouncementList = z.infer<typeof announcementList>;

/** A page of the delivery log of one announcement. */
export const deliveryLog = z.object({
  rows: z.array(
    z.object({
      id: z.string().meta({ description: 'Of the letter.' }),
      /** Null where a contract lists the address of somebody who never wrote. */
      requesterId: z.string().nullable(),
      /** How the person is called; null where nobody knows. */
      name: z.string().nullable(),
      /** Address, masked: `a•••@namuna.example`; null once it was erased. */
      contact: z.string().nullable(),
      channel: z.enum(['mail']),
      at: instant,
      state: z.enum(['waiting', 'sent', 'failed', 'held']),
    }),
  ),
  next: z.string().nullable(),
});
export type DeliveryLog = z.infer<typeof deliveryLog>;

/** What everybody, or the reader, is told of now; in one language. */
export const currentNews = z.object({
  id: z.string(),
  kind: z.enum(announcementKinds),
  title: z.string(),
  text: z.string(),
  works: works.nullable(),
});
export type CurrentNews = z.infer<typeof currentNews>;
