import { z } from 'zod';
import { consentForms } from '#shared/vocabulary.ts';
import { clauseNumber, packText, webAddress } from './words.ts';

const slot = '{document}';

/** Consent to what is done with personal data. Null: the text asks for none, and none is shown. */
export const packConsent = z
  .strictObject({
    as: z.enum(consentForms).meta({
      description:
        '`tick`: a box of its own that nobody has ticked before; nothing is sent without it. ' +
        '`sentence`: told beside the button.',
    }),
    text: packText.meta({ description: 'The sentence, with {document} where the link stands.' }),
    document: packText.meta({ description: 'What the document is called within the sentence.' }),
    href: webAddress.meta({ description: 'The document itself.' }),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)
      .meta({ description: 'Of the document and the sentence; another one is asked for anew.' }),
    clause: clauseNumber,
  })
  .refine(({ text }) => Object.values(text).every((said) => said.split(slot).length === 2), {
    error: `the text holds ${slot} once in every language`,
    path: ['text'],
  })
  .nullable()
  .default(null);
