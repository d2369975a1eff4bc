import { z } from 'zod';
import { localText } from '#shared/wire/decision.ts';

/** How an edition of a regulation stands. `not_published`: it waits for the notice that its text demands. */
export const editionStates = ['in_force', 'past', 'later', 'not_published'] as const;

/** One edition of a vendor's regulation, as anybody may read of it. */
export const editionEntry = z.object({
  edition: z.string().meta({ example: '2025-11-25' }),
  title: localText,
  /** The date in the text; null where it has none. */
  editionDate: z.iso.date().nullable(),
  state: z.enum(editionStates),
  /** The vendor's first day under it; null where it held from the beginning or waits. */
  from: z.iso.date().nullable(),
  /** When its publication was put on record; null while it is a draft. */
  publishedAt: z.iso.datetime().nullable(),
  /** Of the published file, as `sha256sum` prints it; null while it is a draft. */
  sha256: z.string().nullable(),
  /** Where this server shows it. */
  href: z.url(),
  /** The vendor's own text. */
  text: z.url(),
});
export type EditionEntry = z.infer<typeof editionEntry>;

/** Every edition of a vendor's regulation, the newest first. */
export const editionList = z.object({ vendor: z.string(), editions: z.array(editionEntry) });
