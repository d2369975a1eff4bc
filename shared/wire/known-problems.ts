import { z } from 'zod';
import { languages } from '#shared/vocabulary.ts';
import { mainProduct, productName, versionNumber } from '#shared/wire/releases.ts';

/** Where a known problem stands: `fixed` once the version without it is out. */
export const knownProblemStates = ['open', 'fixed', 'withdrawn'] as const;

const problemTexts = z
  .partialRecord(
    z.enum(languages),
    z.strictObject({
      title: z.string().trim().min(1).max(200),
      /** The way round it; left out where there is none. */
      workaround: z.string().trim().min(1).max(5000).optional(),
    }),
  )
  .refine((texts) => Object.keys(texts).length > 0, { error: 'one language at least' })
  .meta({ example: { ru: { title: 'Печать пуста', workaround: 'Печатайте из PDF.' } } });
export type KnownProblemTexts = z.infer<typeof problemTexts>;

/** A known problem as an agent writes it. */
export const knownProblemDraft = z.strictObject({
  product: productName.default(mainProduct),
  /** The first version that has it; null: all have. */
  affectedFrom: versionNumber.nullable().default(null),
  /** The first version that has it no more; null: none yet. */
  fixedIn: versionNumber.nullable().default(null),
  texts: problemTexts,
  /** Id of an article that says the way round it. */
  articleId: z.string().max(64).nullable().default(null).meta({ example: null }),
});
export type KnownProblemDraft = z.infer<typeof knownProblemDraft>;

/** What becomes of a known problem besides being mended by a version. */
export const knownProblemAct = z.strictObject({ act: z.enum(['withdraw', 'restore']) });
export type KnownProblemAct = z.infer<typeof knownProblemAct>['act'];

/** A known problem at the desk. */
export const knownProblemView = knownProblemDraft.extend({
  id: z.string(),
  /** Counts its changes; `If-Match` names the one that was seen. */
  version: z.int(),
  product: z.string(),
  state: z.enum(knownProblemStates),
  /** Tickets that were found to be about it. */
  tickets: z.int(),
  updatedAt: z.iso.datetime(),
});
export type KnownProblemView = z.infer<typeof knownProblemView>;

/** A page of known problems, the newest first; `next` begins the page behind it. */
export const knownProblemList = z.object({
  problems: z.array(knownProblemView),
  next: z.string().nullable(),
});
export type KnownProblemList = z.infer<typeof knownProblemList>;
