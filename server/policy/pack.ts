import { z } from 'zod';
import { locales } from '#shared/vocabulary.ts';
import { deskHours } from '#server/policy/calendar/desk-hours.ts';
import { packCase } from '#server/policy/pack/cases.ts';
import {
  packAppeal,
  packAutoClose,
  packEscalation,
  packFollowUp,
  packProactive,
  packReopen,
  packRoles,
  packSecurity,
} from '#server/policy/pack/after.ts';
import { packChannel, packWidget } from '#server/policy/pack/channels.ts';
import {
  packAcknowledge,
  packClocks,
  packQueue,
  packReceipt,
  packStops,
} from '#server/policy/pack/clocks.ts';
import { packIntake } from '#server/policy/pack/intake.ts';
import { packHours, packLevels, packPlans } from '#server/policy/pack/plans.ts';
import { packPublication } from '#server/policy/pack/publication.ts';
import {
  packEntitlement,
  packGuarantee,
  packOperators,
  packProducts,
  packRequesters,
} from '#server/policy/pack/requesters.ts';
import { packAnswers, packNotice, packRight, packScope } from '#server/policy/pack/scope.ts';
import {
  clauseNumber,
  localDay,
  packId,
  packText,
  pressAddress,
  webAddress,
} from '#server/policy/pack/words.ts';

/** A text that names no hours. The zone is still needed: validity dates are days of the vendor. */
const hoursNotStated = z.strictObject({
  hours: z.literal('not_stated'),
  timezone: z.string().min(1),
  clause: clauseNumber,
});

const packClause = z.strictObject({
  text: packText.meta({ description: 'One sentence of our own; never a sentence of the vendor.' }),
  link: webAddress.meta({ description: "The vendor's own text." }),
  readOn: localDay,
  states: z.enum(['rule', 'definition', 'remark']).default('rule').meta({
    description: 'A `rule` is cited by a section that runs it; the others bind nobody.',
  }),
});

/** An address of the vendor that is no channel for requests. */
const packContact = z.strictObject({
  label: packText,
  value: packText,
  href: pressAddress.optional(),
  clause: clauseNumber,
});

/** A finding of the linter that only the vendor can settle, named so that it surprises nobody. */
const packUnsettled = z.strictObject({
  code: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  at: z
    .string()
    .regex(/^(\/[^/]*)*$/)
    .meta({ description: 'JSON pointer into this file.' }),
  note: packText.meta({ description: 'What the vendor has to decide.' }),
});

/** The format that this server reads; another number is another format. */
const packFormat = 1;

/**
 * One edition of one vendor's support regulation: everything the engine decides by. A published
 * file is never edited; another edition is another file, another vendor is another file.
 */
export const policyPack = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(packFormat),
    vendor: packId,
    edition: z.string().regex(/^(undated-)?\d{4}-\d{2}-\d{2}$/),
    editionDate: localDay.nullable().meta({ description: 'Null where the text has no date.' }),
    validFrom: localDay.nullable().meta({ description: 'Null: in force from the beginning.' }),
    editionClause: clauseNumber.meta({ description: 'What the text says about itself.' }),
    title: packText,
    name: packText,
    product: packText,
    numberPrefix: z.string().regex(/^[A-Z]{2,5}$/),
    links: z.strictObject({
      text: webAddress,
      site: webAddress,
      contract: webAddress.optional(),
      privacy: webAddress.optional(),
    }),
    languages: z.array(z.enum(locales)).min(1),
    timezoneLabel: packText.meta({ description: 'How people name the zone: a city.' }),
    publication: packPublication,
    desk: z.union([deskHours, hoursNotStated]),
    receipt: packReceipt,
    channels: z.array(packChannel).min(1),
    widget: packWidget,
    contacts: z.array(packContact).default([]),
    roles: packRoles,
    products: packProducts,
    operators: packOperators,
    requesters: packRequesters,
    entitlement: packEntitlement,
    guarantee: packGuarantee,
    plans: packPlans,
    levels: packLevels,
    hours: packHours,
    intake: packIntake,
    acknowledge: packAcknowledge,
    scope: packScope,
    answers: packAnswers,
    clocks: packClocks,
    stops: packStops,
    queue: packQueue,
    escalation: packEscalation,
    autoClose: packAutoClose,
    followUp: packFollowUp,
    reopen: packReopen,
    appeal: packAppeal,
    security: packSecurity,
    proactive: packProactive,
    rights: z.array(packRight).default([]),
    notices: z.array(packNotice).default([]),
    unsettled: z.array(packUnsettled).default([]),
    clauses: z.record(clauseNumber, packClause),
    cases: z.array(packCase).min(1),
  })
  .refine(({ edition, editionDate }) => edition === (editionDate ?? edition), {
    error: 'an edition is named by its date',
    path: ['edition'],
  })
  .refine(({ edition, editionDate }) => edition.startsWith('undated-') === (editionDate === null), {
    error: 'an edition without a date is named `undated-<day it was read>`',
    path: ['editionDate'],
  });
export type PolicyPack = z.infer<typeof policyPack>;

/** What an author writes: defaults may be left out. */
export type PolicyPackFile = z.input<typeof policyPack>;

export type PackField = PolicyPack['intake']['fields'][number];
export type PackCategory = PolicyPack['intake']['categories'][number];
