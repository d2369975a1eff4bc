import { z } from 'zod';
import { severities } from '#shared/vocabulary.ts';
import { mainProduct, productName, versionNumber } from '#shared/wire/releases.ts';

const instant = z.iso.datetime();

const advisoryText = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(3000),
  /** What keeps harm off until there is a version without it. */
  mitigation: z.string().trim().min(1).max(1500).optional(),
});

const advisoryTexts = z.strictObject({ ru: advisoryText, uz: advisoryText, en: advisoryText });
export type AdvisoryTexts = z.infer<typeof advisoryTexts>;

/** A vulnerability of a product as those write it who may know of it. */
export const advisoryDraft = z.strictObject({
  product: productName.default(mainProduct),
  severity: z.enum(severities),
  /** The first version that has it; null: all have. */
  affectedFrom: versionNumber.nullable().default(null),
  /** The first version that has it no more; null: none yet. */
  fixedIn: versionNumber.nullable().default(null),
  texts: advisoryTexts,
});
export type AdvisoryDraft = z.infer<typeof advisoryDraft>;

/** Makes an advisory known. */
export const advisoryAct = z.strictObject({ act: z.literal('publish') });

/** An advisory at the desk. */
export const advisoryView = advisoryDraft.extend({
  id: z.string(),
  /** Counts its changes; `If-Match` names the one that was seen. */
  version: z.int(),
  product: z.string(),
  /** Null while few may read it. */
  publishedAt: instant.nullable(),
  /** When everybody it concerns had been told; null before. */
  toldAt: instant.nullable(),
  /** Contacts that a letter was written to. */
  told: z.int(),
});
export type AdvisoryView = z.infer<typeof advisoryView>;

/** One advisory with what publishing it would do. */
export const advisoryDetail = advisoryView.extend({
  /** Who may read it: heads, developers and its writer; everybody at a desk without any; anybody. */
  readers: z.enum(['few', 'desk', 'public']),
  /** Whether there is a version without it that is out, or a mitigation in every language. */
  cured: z.boolean(),
  /** The clause on vulnerabilities; null where the regulation has none. */
  clause: z.string().nullable(),
  /** Contacts that would be told now; 0 once it is published. */
  reach: z.int(),
  /** Its public page, once it is published. */
  page: z.string().nullable(),
});
export type AdvisoryDetail = z.infer<typeof advisoryDetail>;

/** A page of advisories, the newest first; `next` begins the page behind it. */
export const advisoryList = z.object({
  advisories: z.array(advisoryView),
  next: z.string().nullable(),
});
export type AdvisoryList = z.infer<typeof advisoryList>;
