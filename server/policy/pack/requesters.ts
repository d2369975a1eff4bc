import { z } from 'zod';
import { channels } from '#shared/vocabulary.ts';
import { clauseNumber, fieldId, packId, packNextStep, packText } from './words.ts';

/** Who may ask. */
export const packRequesters = z.strictObject({
  anonymous: z
    .strictObject({
      allowed: z
        .boolean()
        .meta({ description: 'Whether a request of somebody unknown is registered.' }),
      clause: clauseNumber,
    })
    .meta({ description: 'People nobody vouches for.' }),
  categories: z
    .array(
      z.strictObject({
        id: packId,
        label: packText,
        clause: clauseNumber,
        proof: z.enum(['identity', 'claim']).meta({
          description:
            '`identity`: any signed identity is of this category unless it claims another; ' +
            '`claim`: the signed identity has to name it.',
        }),
        needsAgreement: z.boolean().default(false).meta({
          description: 'Where registration is enough for others: an offer or contract on record.',
        }),
      }),
    )
    .default([])
    .meta({
      description:
        'Kinds of requesters, where the text tells them apart; the first is the usual one.',
    }),
  assumed: packId.optional().meta({
    description: 'Category whose fields are asked of somebody who has not proven one (C3).',
  }),
  submit: z
    .strictObject({
      by: z.enum(['anyone', 'organisation_domain', 'listed_contacts']).meta({
        description:
          'Everybody, whoever writes from the organisation, or the persons of the contract.',
      }),
      clause: clauseNumber.optional(),
    })
    .default({ by: 'anyone' })
    .meta({ description: 'B6: whose requests gain the rights of a contract.' }),
  status: z
    .strictObject({
      to: z
        .enum(['submitter', 'listed_contacts'])
        .meta({ description: 'The submitter alone, or the persons of the contract too.' }),
      clause: clauseNumber.optional(),
    })
    .default({ to: 'submitter' })
    .meta({ description: 'B6: who is told how a request stands; its submitter always is.' }),
});

/** What follows where nothing valid is proven; `promise` still counts, without a guarantee (C4). */
const effect = z.enum(['promise', 'register_and_inform', 'contract_route']);

/** Something that has to hold besides the entitlement itself; only an agent decides on it. */
const condition = z.strictObject({
  id: packId,
  text: packText,
  shownBy: z.enum(['attestation', 'operator', 'portal_probe', 'installation']).meta({
    description:
      'Seen by: the requester’s word, the list of operators, a probe of the portal, the app’s installation.',
  }),
  askedBy: z
    .strictObject({
      field: fieldId,
      held: z.array(packId).min(1).meta({ description: 'Choices by which it holds.' }),
      broken: z.array(packId).default([]).meta({ description: 'Choices by which it does not.' }),
    })
    .optional()
    .meta({ description: 'The question of the form that asks for the requester’s word on it.' }),
  refusal: packId.optional().meta({
    description: 'Reason of `rights` for a refusal where it does not hold.',
  }),
  clause: clauseNumber,
});

/** What makes a requester a customer, and what happens where it is missing. */
export const packEntitlement = z.strictObject({
  kind: z
    .enum(['tariff', 'contract', 'agreement', 'registered', 'paidPeriod'])
    .meta({ description: 'What makes somebody a customer.' }),
  lapsed: effect.default('register_and_inform').meta({
    description: 'C1: after the last valid day.',
  }),
  missing: effect.default('register_and_inform').meta({
    description: 'C2: a proven requester for whom nothing valid is known.',
  }),
  unknown: effect.default('promise').meta({
    description: 'A requester nobody vouches for; `promise` counts, unguaranteed.',
  }),
  contractRoute: z
    .strictObject({
      channel: z.enum(channels).meta({ description: 'The first of the ways to ask for one.' }),
      clause: clauseNumber,
    })
    .optional()
    .meta({ description: 'Where to ask for a contract; needed by `contract_route`.' }),
  conditions: z
    .array(condition)
    .default([])
    .meta({ description: 'What else has to hold; an agent decides, nothing refuses by itself.' }),
  clause: clauseNumber,
  nextStep: packNextStep,
});

/** Services that the product works with (B13: the name of the list is the vendor's). */
export const packOperators = z
  .strictObject({
    label: packText,
    list: z
      .array(z.strictObject({ id: packId, label: packText }))
      .min(1)
      .meta({ description: 'Those the text recommends.' }),
    others: z.enum(['flag']).default('flag').meta({
      description: 'An operator outside the list is marked; an agent decides.',
    }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** Products that the regulation names. */
export const packProducts = z
  .array(z.strictObject({ id: packId, label: packText, clause: clauseNumber }))
  .default([]);

/** What has to hold before support is a promise and not a courtesy (C4). */
export const packGuarantee = z.strictObject({
  clause: clauseNumber,
  fields: z.array(fieldId).default([]).meta({
    description: 'Have to be answered, each where this requester is asked for it.',
  }),
});
