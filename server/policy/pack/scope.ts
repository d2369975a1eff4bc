import { z } from 'zod';
import { agentRight } from '#shared/wire/decision.ts';
import { clauseNumber, packId, packNextStep, packText } from './words.ts';

/** What the regulation excludes. Choosing such a category never refuses by itself. */
export const packScope = z.strictObject({
  out: z.array(
    z.strictObject({
      reason: packId,
      clause: clauseNumber,
      text: packText.meta({ description: 'Why, and where to go: shown before a person writes.' }),
      thirdParty: z.boolean().default(false).meta({
        description: 'Somebody else answers for it.',
      }),
      nextStep: packNextStep,
    }),
  ),
});

/** When a right is put before an agent at the opening of a ticket; one match is enough. */
const rightConditions = [
  'always',
  'missing_fields',
  'not_guaranteed',
  'not_entitled',
  'unproven',
  'out_of_scope',
  'after_diagnosis',
] as const;
export type RightCondition = (typeof rightConditions)[number];

/** A "may" of the text. Refusals of `scope.out` come by themselves with their category. */
export const packRight = z.strictObject({
  action: agentRight.shape.action,
  reason: packId,
  clause: clauseNumber,
  when: z.array(z.enum(rightConditions)).min(1),
});

/** Standing remarks; those that follow from other sections are not repeated here. */
export const packNotice = z.strictObject({
  code: z.enum(['outside_hours_not_guaranteed', 'not_guaranteed', 'no_resolution_term']),
  clause: clauseNumber,
});
