import { z } from 'zod';
import { languages } from '#shared/vocabulary.ts';
import { deskHours } from '#server/policy/calendar/desk-hours.ts';
import { packCase } from '#server/policy/pack/cases.ts';
import {
  packAppeal,
  packAutoClose,
  packEscalation,
  packFollowUp,
  packProactive,
  packReminders,
  packProposals,
  packReopen,
  packRetention,
  packRoles,
  packSecurity,
} from '#server/policy/pack/after.ts';
import { packChannel, packWidget } from '#server/policy/pack/channels.ts';
import { packConsent } from '#server/policy/pack/consent.ts';
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
  hours: z.literal('not_stated').meta({ description: 'Then no working time is counted.' }),
  timezone: z.string().min(1).meta({ description: 'IANA name; days of validity are its days.' }),
  clause: clauseNumber,
});

const packClause = z.strictObject({
  text: packText.meta({ description: 'One sentence of our own; never a sentence of the vendor.' }),
  link: webAddress.meta({ description: "The vendor's own text." }),
  readOn: localDay.meta({ description: 'The day the text was read.' }),
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
  code: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .meta({ description: 'Code of a finding, or `vendor.question` for a doubt of your own.' }),
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
    $schema: z.string().optional().meta({ description: 'Leads an editor to this schema.' }),
    format: z.literal(packFormat).meta({ description: 'The format of this file.' }),
    vendor: packId.meta({ description: 'Who publishes the text; part of every address.' }),
    edition: z
      .string()
      .regex(/^(undated-)?\d{4}-\d{2}-\d{2}$/)
      .meta({ description: 'The date of the text, or `undated-` and the day it was read.' }),
    editionDate: localDay.nullable().meta({ description: 'Null where the text has no date.' }),
    validFrom: localDay.nullable().meta({ description: 'Null: in force from the beginning.' }),
    editionClause: clauseNumber.meta({ description: 'What the text says about itself.' }),
    title: packText.meta({ description: 'What the text calls itself.' }),
    name: packText.meta({ description: 'The vendor, as people call it.' }),
    product: packText.meta({ description: 'What is supported.' }),
    numberPrefix: z
      .string()
      .regex(/^[A-Z]{2,5}$/)
      .meta({ description: 'Begins every number: `MOD-1042`.' }),
    links: z
      .strictObject({
        text: webAddress.meta({ description: 'The text itself.' }),
        site: webAddress.meta({ description: 'The vendor.' }),
        contract: webAddress.optional().meta({ description: 'The offer or contract.' }),
        privacy: webAddress.optional().meta({ description: 'What is done with personal data.' }),
      })
      .meta({ description: 'Pages of the vendor.' }),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .meta({ description: 'In which the form and the page are offered.' }),
    timezoneLabel: packText.meta({ description: 'How people name the zone: a city.' }),
    publication: packPublication.meta({
      description: 'Where the text stands, and how it may change.',
    }),
    desk: z
      .union([deskHours, hoursNotStated])
      .meta({ description: 'Hours and calendar, or that the text states none.' }),
    receipt: packReceipt.meta({ description: 'When requests are received.' }),
    channels: z
      .array(packChannel)
      .min(1)
      .meta({ description: 'Ways to reach the desk; one of a kind and region each.' }),
    widget: packWidget.meta({ description: 'What the built-in form is by this text.' }),
    contacts: z
      .array(packContact)
      .default([])
      .meta({ description: 'Addresses that take no requests.' }),
    roles: packRoles.meta({ description: 'Whom the text names, as roles and never as people.' }),
    products: packProducts.meta({ description: 'Products that the text names.' }),
    operators: packOperators.meta({
      description: 'Services the product works with; null: the text names none.',
    }),
    requesters: packRequesters.meta({ description: 'Who may ask.' }),
    entitlement: packEntitlement.meta({
      description: 'What makes somebody a customer, and what holds for others.',
    }),
    guarantee: packGuarantee.meta({
      description: 'C4: what has to hold before support is a promise.',
    }),
    plans: packPlans.meta({ description: 'Plans that are sold, with hours, chats and prices.' }),
    levels: packLevels.meta({ description: 'Levels of support that set the term.' }),
    hours: packHours.meta({
      description: 'How the hours of plans are kept; null: none are counted.',
    }),
    intake: packIntake.meta({
      description: 'What people ask about, and what a request must hold.',
    }),
    consent: packConsent.meta({
      description: 'Consent to what is done with personal data; null: none is asked for.',
    }),
    acknowledge: packAcknowledge.meta({ description: 'What a requester is told at once.' }),
    scope: packScope.meta({ description: 'What support does and what it does not.' }),
    answers: packAnswers.meta({ description: 'Kinds of answers; null: the text names none.' }),
    clocks: packClocks.meta({ description: 'Terms, and what they wait for.' }),
    stops: packStops.meta({ description: 'What stops the clock of the first response.' }),
    queue: packQueue.meta({ description: 'The order of work.' }),
    escalation: packEscalation.meta({
      description: 'Handing over to others; null: the text knows no such step.',
    }),
    autoClose: packAutoClose.meta({
      description: 'What silence of a requester leads to; null: nothing.',
    }),
    reminders: packReminders.meta({
      description:
        'How a silent requester is reminded where silence closes nothing; null: not at all.',
    }),
    followUp: packFollowUp.meta({
      description: 'The contact after a solution; null: none is promised.',
    }),
    reopen: packReopen.meta({ description: 'When a solved request is opened again.' }),
    appeal: packAppeal.meta({ description: 'Who hears a complaint; null: the text names nobody.' }),
    security: packSecurity.meta({
      description: 'How a vulnerability is handled; null: the text is silent.',
    }),
    proposals: packProposals.meta({
      description: 'What becomes of proposals and feedback.',
    }),
    retention: packRetention.meta({
      description: 'How long what people wrote is kept; null: as the operator has set it.',
    }),
    proactive: packProactive.meta({ description: 'What the vendor does unasked.' }),
    rights: z
      .array(packRight)
      .default([])
      .meta({ description: 'What the text lets an agent do; never done by itself.' }),
    notices: z.array(packNotice).default([]).meta({ description: 'Standing remarks of the text.' }),
    unsettled: z
      .array(packUnsettled)
      .default([])
      .meta({ description: 'What only the vendor can settle, by finding and place.' }),
    clauses: z
      .record(clauseNumber, packClause)
      .meta({ description: 'Every clause of the text, in one sentence of your own.' }),
    cases: z
      .array(packCase)
      .min(1)
      .meta({ description: 'Cases worked by hand; the linter and every start work them too.' }),
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
