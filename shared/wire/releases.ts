import { z } from 'zod';
import { languages } from '#shared/vocabulary.ts';
import { meantDay } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();

/** A version by SemVer 2.0.0, without what has no order: `1.6.0`, `2.0.0-rc.1`. */
export const versionNumber = z
  .string()
  .max(40)
  .regex(
    /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?$/,
  )
  .meta({ example: '1.6.0' });

/** What a product is called that nobody has named. */
export const mainProduct = 'main';

/** A product of the vendor; a vendor of one need not name it. */
export const productName = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40)
  .meta({ example: 'main' });

const releaseTexts = z
  .partialRecord(
    z.enum(languages),
    z.strictObject({ fixes: z.array(z.string().trim().min(1).max(300)).max(50) }),
  )
  .meta({ example: { ru: { fixes: ['Оплата закрывает долг'] } } });
export type ReleaseTexts = z.infer<typeof releaseTexts>;

/** Day in the vendor's zone. */
const day = meantDay.meta({ example: '2026-11-20' });

/** A version as an agent enters it: planned, perhaps with its day, or out since a day. */
export const releaseDraft = z.strictObject({
  product: productName.default(mainProduct),
  version: versionNumber,
  plannedOn: day.optional(),
  releasedOn: day.optional(),
  /** Known problems that it ends. */
  problems: z.array(z.string().max(64)).max(50).default([]),
  texts: releaseTexts.default({}),
});
export type ReleaseDraft = z.infer<typeof releaseDraft>;

/** What a version mends, said anew. */
export const releaseFixes = releaseDraft.pick({ problems: true, texts: true });
export type ReleaseFixes = z.infer<typeof releaseFixes>;

/** What becomes of a version: it comes out today, or its day moves. */
export const releaseAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('publish') }),
  z.strictObject({ act: z.literal('plan'), on: day }),
]);
export type ReleaseAct = z.infer<typeof releaseAct>;

/** A version at the desk. */
export const releaseView = z.object({
  id: z.string(),
  product: z.string(),
  version: z.string(),
  /** Counts its changes; `If-Match` names the one that was seen. */
  revision: z.int(),
  plannedOn: z.string().nullable(),
  /** Null while it is not out. */
  releasedOn: z.string().nullable(),
  /** The highest of its product that is out. */
  current: z.boolean(),
  problems: z.array(z.string()),
  texts: releaseTexts,
  /** When everybody who waited for it had been told; null before. */
  toldAt: instant.nullable(),
  /** Tickets that wait for it to come out. */
  waiting: z.int(),
  /** The clause by which customers hear its day; null where the regulation has none, and once it is out. */
  clause: z.string().nullable(),
});
export type ReleaseView = z.infer<typeof releaseView>;

/** One version with what it ends and whom it reaches: would, while it is to come; has, once it is out. */
export const releaseDetail = releaseView.extend({
  /** Known problems that it ends. */
  ends: z.array(
    z.object({ id: z.string(), titles: z.partialRecord(z.enum(languages), z.string()) }),
  ),
  reach: z.object({
    tickets: z.int(),
    /** People that a letter is written to: those with a proven address. */
    people: z.int(),
  }),
});
export type ReleaseDetail = z.infer<typeof releaseDetail>;

/** A page of versions by product, the highest version first; `next` begins the page behind it. */
export const releaseList = z.object({
  releases: z.array(releaseView),
  next: z.string().nullable(),
});
export type ReleaseList = z.infer<typeof releaseList>;
