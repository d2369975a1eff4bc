import { z } from 'zod';
import { locales } from '#shared/vocabulary.ts';
import { deskHours } from './desk-hours.ts';
import { packCase } from './pack/cases.ts';
import { packChannel, packWidget } from './pack/channels.ts';
import { packClocks, packQueue, packStops } from './pack/clocks.ts';
import { packIntake } from './pack/intake.ts';
import { packEntitlement, packGuarantee, packRequesters } from './pack/requesters.ts';
import { packNotice, packRight, packScope } from './pack/scope.ts';
import { clauseNumber, localDay, packId, packText, webAddress } from './pack/words.ts';

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
});

/**
 * One edition of one vendor's support regulation: everything the engine decides by. A published
 * file is never edited; another edition is another file, another vendor is another file.
 */
export const policyPack = z
  .strictObject({
    $schema: z.string().optional(),
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
    desk: z.union([deskHours, hoursNotStated]),
    channels: z.array(packChannel).min(1),
    widget: packWidget,
    requesters: packRequesters,
    entitlement: packEntitlement,
    guarantee: packGuarantee,
    intake: packIntake,
    scope: packScope,
    clocks: packClocks,
    stops: packStops,
    queue: packQueue,
    rights: z.array(packRight).default([]),
    notices: z.array(packNotice).default([]),
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
