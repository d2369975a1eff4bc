import { z } from 'zod';
import { spelled } from '#shared/i18n/cyrillic.ts';
import { nextStepCodes } from '#shared/vocabulary.ts';

/** A sentence or name in every language a policy is published in; none may be empty. */
export const packText = z
  .strictObject({
    ru: z.string().trim().min(1),
    uz: z.string().trim().min(1),
    en: z.string().trim().min(1),
    'uz-Cyrl': z.string().trim().min(1).optional(),
  })
  .meta({
    description:
      'One sentence or name in Russian, Uzbek (Latin) and English; in `uz-Cyrl` where spelling the Uzbek by rule would be wrong.',
  })
  .transform(spelled);

/** Names things inside one pack: `error`, `custom-process`. */
export const packId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)
  .meta({ description: 'A name inside this file: lower case letters, digits, `-` and `_`.' });

/** Key of an answer: `did`, `contractNumber`. The same shape as on the wire. */
export const fieldId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)
  .meta({ description: 'Key of an answer: `did`, `contractNumber`.' });

/** Number of a clause as the regulation prints it: `9`, `3.2`. Has to be a key of `clauses`. */
export const clauseNumber = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,15}$/)
  .meta({ description: 'Clause number; must be a key of `clauses`.' });

/** A day in the vendor's own zone. */
export const localDay = z.iso.date().meta({ description: "A day in the vendor's own zone." });

/** A page that anybody can open. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .meta({ description: 'A page that anybody can open.' });

/** What a press may open: a page, a call or a letter. */
export const pressAddress = z
  .string()
  .regex(/^(https?:\/\/|tel:\+|mailto:)\S+$/)
  .meta({ description: 'What a press opens: a page, `tel:+` and digits, or `mailto:`.' });

/** What a person can do after a refusal: a code of the catalogs and, where there is one, an address. */
export const packNextStep = z
  .strictObject({
    code: z.enum(nextStepCodes).meta({ description: 'The advice, worded in the catalogs.' }),
    href: pressAddress.optional(),
  })
  .meta({ description: 'What a person can do then.' });
