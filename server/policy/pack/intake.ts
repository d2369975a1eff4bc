import { z } from 'zod';
import {
  completenessRules,
  fieldGroups,
  fieldKinds,
  fieldRequirements,
} from '#shared/vocabulary.ts';
import { clauseNumber, fieldId, packId, packText } from './words.ts';

const requirement = z.enum(fieldRequirements);

/** One question of the form. Ids that a signed identity can answer: name, phone, email, organisation, position, contractNumber. */
const packField = z.strictObject({
  id: fieldId,
  kind: z.enum(fieldKinds),
  label: packText,
  hint: packText.optional(),
  group: z.enum(fieldGroups),
  requirement: requirement.meta({
    description: '`required` blocks sending; `asked` registers without and asks; `optional`.',
  }),
  byRequester: z.record(packId, requirement).default({}).meta({
    description: 'C3: what is different for a category of requesters.',
  }),
  categories: z.array(packId).min(1).optional().meta({
    description: 'Only for these categories of requests; absent means all.',
  }),
  choices: z
    .array(z.strictObject({ id: packId, label: packText }))
    .min(1)
    .optional(),
  clause: clauseNumber,
});

/** A kind of request that a person picks. `out` names a reason of `scope.out`. */
const packCategory = z
  .strictObject({
    id: packId,
    label: packText,
    clause: clauseNumber,
    out: packId.optional(),
    inBy: z
      .array(z.strictObject({ plan: packId, clause: clauseNumber }))
      .default([])
      .meta({ description: 'D8: plans that take an excluded category in, each by its clause.' }),
  })
  .refine(({ out, inBy }) => out !== undefined || inBy.length === 0, {
    error: 'a plan takes in only what is excluded for others',
    path: ['inBy'],
  });

/** What people ask about and what a request must hold. */
export const packIntake = z.strictObject({
  completeness: z.enum(completenessRules).default('ask').meta({
    description: 'C5: what an unanswered `asked` field does.',
  }),
  categories: z.array(packCategory).min(1),
  fields: z.array(packField).min(1),
});
