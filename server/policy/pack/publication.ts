import { z } from 'zod';
import { clauseNumber, packText, webAddress } from './words.ts';

/** How the regulation is made known, and what has to happen before another edition holds. */
export const packPublication = z.strictObject({
  address: webAddress.meta({ description: 'Where the vendor always shows the current edition.' }),
  open: z.strictObject({ clause: clauseNumber }).optional().meta({
    description: 'Present where the text promises that anybody can read it.',
  }),
  changes: z
    .strictObject({
      notice: z.enum(['none', 'published']).meta({
        description: '`published`: an edition holds only once its publication is on record.',
      }),
      daysBefore: z.int().min(0).default(0).meta({
        description: 'Days between the publication and the first day in force.',
      }),
      clause: clauseNumber,
    })
    .optional()
    .meta({ description: 'Absent where the text says nothing about its own changes.' }),
  readerChecks: z.strictObject({ clause: clauseNumber }).optional().meta({
    description: 'Present where following the changes is left to the reader.',
  }),
  annexTo: z.strictObject({ text: packText, clause: clauseNumber }).optional().meta({
    description: 'The agreement that the regulation belongs to.',
  }),
});
