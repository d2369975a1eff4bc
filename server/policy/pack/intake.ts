import { z } from 'zod';
import {
  channels,
  completenessRules,
  fieldGroups,
  fieldKinds,
  fieldRequirements,
  severities,
} from '#shared/vocabulary.ts';
import { clauseNumber, fieldId, packId, packText } from './words.ts';

const requirement = z.enum(fieldRequirements);

/** One question of the form. Ids that a signed identity can answer: name, phone, email, organisation, position, contractNumber. */
const packField = z
  .strictObject({
    id: fieldId,
    kind: z.enum(fieldKinds).meta({ description: 'How it is answered.' }),
    label: packText,
    hint: packText.optional(),
    group: z
      .enum(fieldGroups)
      .meta({ description: '`story`: about the matter; `contact`: about the person.' }),
    requirement: requirement.meta({
      description: '`required` blocks sending; `asked` registers without and asks; `optional`.',
    }),
    byRequester: z.record(packId, requirement).default({}).meta({
      description: 'C3: what is different for a category of requesters.',
    }),
    categories: z.array(packId).min(1).optional().meta({
      description: 'Only for these categories of requests; absent means all.',
    }),
    secret: z.boolean().default(false).meta({
      description: 'C6: kept apart, masked at the desk, never in letters or search.',
    }),
    choices: z
      .array(z.strictObject({ id: packId, label: packText }))
      .min(1)
      .optional()
      .meta({ description: 'Only for the kind `choice`.' }),
    choicesFrom: z.enum(['products', 'operators']).optional().meta({
      description: 'The choices are a list that the pack holds already.',
    }),
    clause: clauseNumber,
  })
  .refine(
    ({ kind, choices, choicesFrom }) =>
      (choices !== undefined || choicesFrom !== undefined) === (kind === 'choice'),
    { error: 'a field of kind "choice", and no other, has `choices` or `choicesFrom`' },
  )
  .refine(({ kind, secret }) => !secret || kind === 'text' || kind === 'longtext', {
    error: 'only words that are typed can be secret: kind "text" or "longtext"',
    path: ['secret'],
  });

/** What a category is by nature; what happens after the answer depends on it. */
const requestTypes = [
  'incident',
  'request',
  'consultation',
  'proposal',
  'contract',
  'vulnerability',
] as const;

/** A kind of request that a person picks. `out` names a reason of `scope.out`. */
const packCategory = z
  .strictObject({
    id: packId,
    type: z
      .enum(requestTypes)
      .default('request')
      .meta({ description: 'What it is by nature; what comes after the answer depends on it.' }),
    label: packText,
    clause: clauseNumber,
    team: packId.optional().meta({ description: 'Who takes it; a role or team of the desk.' }),
    channels: z
      .union([
        z.literal('any'),
        z.strictObject({
          only: z
            .array(z.enum(channels))
            .min(1)
            .meta({ description: 'The channels it may come by.' }),
          clause: clauseNumber,
        }),
      ])
      .default('any')
      .meta({ description: 'B5: elsewhere the desk sends a link to the form.' }),
    withoutObligation: z.strictObject({ clause: clauseNumber }).nullable().default(null).meta({
      description: 'D2: taken and handed on, with no duty to fulfil it.',
    }),
    feedback: z.boolean().default(false).meta({
      description: 'An opinion: it may end as noted; a wish is handed over or declined.',
    }),
    out: packId.optional().meta({ description: 'A reason of `scope.out`: outside of support.' }),
    inBy: z
      .array(
        z.strictObject({
          plan: packId.meta({ description: 'A plan of `plans`.' }),
          item: packId.optional().meta({
            description: 'Item of the plan on whose terms it is done; absent: as support itself.',
          }),
          clause: clauseNumber,
        }),
      )
      .default([])
      .meta({ description: 'D8: plans that take an excluded category in, each by its clause.' }),
  })
  .refine(({ out, inBy }) => out !== undefined || inBy.length === 0, {
    error: 'a plan takes in only what is excluded for others',
    path: ['inBy'],
  });

/** Reading first (C7). Never asked of a critical report. */
const deflection = z
  .strictObject({
    mode: z.enum(['none', 'suggest', 'confirm', 'require']).default('suggest').meta({
      description: 'C7: articles are shown, to be confirmed as read, or to be opened first.',
    }),
    similar: z.strictObject({ clause: clauseNumber }).optional().meta({
      description: 'A question about something documented has to name the document.',
    }),
    clause: clauseNumber.optional(),
  })
  .prefault({})
  .meta({ description: 'C7: reading first; never asked of a critical report.' });

/** What people ask about and what a request must hold. */
export const packIntake = z.strictObject({
  completeness: z.enum(completenessRules).default('ask').meta({
    description: 'C5: what an unanswered `asked` field does.',
  }),
  categories: z
    .array(packCategory)
    .min(1)
    .meta({ description: 'Kinds of requests that a person picks from.' }),
  fields: z.array(packField).min(1).meta({ description: 'Questions of the form, in its order.' }),
  deflection,
  severity: z
    .strictObject({
      field: fieldId,
      suggests: z
        .record(packId, z.enum(severities))
        .meta({ description: 'The severity that each choice of the field suggests.' }),
      clause: clauseNumber,
    })
    .nullable()
    .default(null)
    .meta({ description: 'The answer by which a requester suggests how heavy it is.' }),
  voice: z
    .strictObject({
      rule: z
        .enum(['ask_text', 'accept'])
        .meta({ description: 'A polite request for text, or taken as it is.' }),
      clause: clauseNumber.optional(),
    })
    .default({ rule: 'ask_text' })
    .meta({ description: 'D10: what a voice message or a call leads to.' }),
  secrets: z
    .strictObject({
      expireAfterDays: z
        .int()
        .positive()
        .default(30)
        .meta({ description: 'Days after which they are deleted.' }),
      freeText: z
        .enum(['refuse', 'warn'])
        .default('refuse')
        .meta({ description: 'What is done with one that is seen in free text.' }),
      clause: clauseNumber.optional(),
    })
    .prefault({})
    .meta({ description: 'C6: passwords and keys that a request needs.' }),
});
