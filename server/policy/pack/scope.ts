import { z } from 'zod';
import { agentRight } from '#shared/wire/decision.ts';
import { clauseNumber, packId, packNextStep, packText } from './words.ts';

/** What the desk does, as the text lists it. */
const scopeIn = z.strictObject({
  id: packId,
  text: packText,
  categories: z.array(packId).default([]).meta({
    description: 'Categories of requests that fall under it.',
  }),
  clause: clauseNumber,
});

/** Why something happened; said only after a diagnosis. */
const scopeCause = z.strictObject({
  id: packId,
  text: packText,
  liable: z.boolean().meta({ description: 'Whether the vendor answers for it.' }),
  nextStep: packNextStep.optional(),
  clause: clauseNumber,
});

/** Why a solution may be put off or not be found; a person decides, the customer is told. */
const deferReason = z.strictObject({
  reason: packId,
  text: packText,
  nextStep: packNextStep.optional(),
  clause: clauseNumber,
});

/** What the regulation takes in and excludes. Choosing such a category never refuses by itself. */
export const packScope = z.strictObject({
  in: z.array(scopeIn).default([]).meta({ description: 'What support does.' }),
  out: z
    .array(
      z.strictObject({
        reason: packId,
        clause: clauseNumber,
        text: packText.meta({ description: 'Why, and where to go: shown before a person writes.' }),
        thirdParty: z.boolean().default(false).meta({
          description: 'Somebody else answers for it.',
        }),
        afterDiagnosis: z.boolean().default(false).meta({
          description: 'Can be said only once the cause has been looked for.',
        }),
        nextStep: packNextStep,
      }),
    )
    .meta({ description: 'What support does not do.' }),
  causes: z
    .array(scopeCause)
    .default([])
    .meta({ description: 'Causes that a diagnosis may find.' }),
  deferReasons: z
    .array(deferReason)
    .default([])
    .meta({ description: 'Why a solution may wait or not come.' }),
  onlyListed: z
    .strictObject({
      otherwise: z.enum(['order', 'refuse']).meta({ description: 'What holds for the rest.' }),
      clause: clauseNumber,
    })
    .nullable()
    .default(null)
    .meta({ description: 'Present where the text renders nothing but what it lists.' }),
});

/** Answers the text names, and those without which a cause cannot be closed. */
export const packAnswers = z
  .strictObject({
    kinds: z
      .array(
        z.strictObject({
          id: packId,
          text: packText,
          needs: z.enum(['version', 'update', 'date', 'workaround', 'article']).optional().meta({
            description: 'What has to exist before the answer may be given.',
          }),
          clause: clauseNumber,
        }),
      )
      .min(1)
      .meta({ description: 'Kinds of answers that an agent picks from.' }),
    required: z
      .array(
        z.strictObject({
          cause: packId.meta({ description: 'A cause of `scope.causes`.' }),
          oneOf: z
            .array(packId)
            .min(1)
            .meta({ description: 'Kinds of answers: one of them has to be given.' }),
          clause: clauseNumber,
        }),
      )
      .default([])
      .meta({ description: 'Causes that only these answers close.' }),
    standardByLink: z.strictObject({ clause: clauseNumber }).optional().meta({
      description: 'Present where a link is a whole answer to a frequent question.',
    }),
  })
  .nullable()
  .default(null);

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
  action: agentRight.shape.action.meta({ description: 'What the agent may do.' }),
  reason: packId,
  clause: clauseNumber,
  when: z
    .array(z.enum(rightConditions))
    .min(1)
    .meta({ description: 'When it is offered; one match is enough.' }),
});

/** Standing remarks; those that follow from other sections are not repeated here. */
export const packNotice = z.strictObject({
  code: z
    .enum(['outside_hours_not_guaranteed', 'not_guaranteed', 'no_resolution_term'])
    .meta({ description: 'The remark, worded in the catalogs.' }),
  clause: clauseNumber,
});
