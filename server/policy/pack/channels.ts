import { z } from 'zod';
import { channels, recordKinds, widgetModes } from '#shared/vocabulary.ts';
import { clauseNumber, packId, packText, pressAddress } from './words.ts';

/** How a prepared request gets into an official channel that only its requester can write to. */
const bridge = z
  .strictObject({
    href: z
      .string()
      .regex(/^(https?:\/\/|mailto:)\S*\{text\}/)
      .meta({ description: 'Address with {text} and, for letters, {subject}; both are escaped.' }),
    subject: packText.optional(),
    text: packText.meta({
      description: 'Words put into the message; {number} and {code} are filled.',
    }),
  })
  .meta({ description: 'Present where the widget may hand a request over to this channel.' });

const channelKind = z
  .enum(channels)
  .exclude(['widget'])
  .meta({ description: 'What kind of channel it is.' });

const record = z.enum(['ticket', 'interaction', 'none']).meta({
  description: 'B4: what a contact here leaves behind.',
});

/** What has to be seen before a sender here counts as the person the contract names. */
const trust = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('dmarc').meta({ description: 'Letters, by what their domain signed.' }),
      alignment: z.enum(['strict', 'relaxed']).default('strict').meta({
        description: 'B9: whether a sibling domain may vouch for the sender.',
      }),
      publicDomains: z.enum(['forbidden', 'exact_address']).default('exact_address').meta({
        description: 'B9: what a mailbox at a public provider can prove.',
      }),
      clause: clauseNumber.optional(),
    }),
    z.strictObject({
      by: z
        .literal('registered_login')
        .meta({ description: 'Messages, by the login that the contract names.' }),
      binding: z.enum(['numeric_id', 'login']).default('numeric_id').meta({
        description: 'B8: what stays the same when a login changes hands.',
      }),
      reverify: z
        .enum(['email_code', 'none'])
        .default('email_code')
        .meta({ description: 'B8: how somebody is recognised after a change.' }),
      clause: clauseNumber.optional(),
    }),
    z.strictObject({
      by: z.literal('portal').meta({ description: 'Requests that an installed app signed.' }),
      clause: clauseNumber.optional(),
    }),
  ])
  .meta({
    description: 'What has to be seen before a sender counts as the person the contract names.',
  });

/** A message here is a request by the text of the regulation. */
const officialChannel = z.strictObject({
  kind: channelKind,
  official: z.literal(true).meta({ description: 'The text takes requests here.' }),
  intake: z.enum(['full', 'register_and_verify']).default('full').meta({
    description: 'B1: with `register_and_verify` rights apply once the sender is verified.',
  }),
  record: record.default('ticket'),
  address: z
    .union([z.string().trim().min(1), packText])
    .meta({ description: 'As a person reads it: `+998 78 777 11 00`.' }),
  href: pressAddress,
  label: packText,
  preferred: z.boolean().default(false).meta({ description: 'The way the text likes best.' }),
  regions: z.array(packId).min(1).optional().meta({
    description: 'Only for people of these regions; absent means everybody.',
  }),
  trust: trust.optional(),
  groups: z.enum(['supported', 'by_configuration', 'none']).default('none').meta({
    description: 'B10: whether a working chat of several people is taken.',
  }),
  receivedAt: z.enum(['server_receipt', 'fetched']).default('server_receipt').meta({
    description: "A11: the instant of receipt; the sender's own date never counts.",
  }),
  clause: clauseNumber,
  bridge: bridge.optional(),
});

/** A way that the text excludes or does not name; it has no address to offer. */
const otherChannel = z.strictObject({
  kind: channelKind,
  official: z.literal(false).meta({ description: 'A message here is no request by the text.' }),
  record: record.default('interaction'),
  label: packText,
  clause: clauseNumber,
});

/** One way to reach the desk. Several of a kind are several rows: hotlines by region. */
export const packChannel = z.discriminatedUnion('official', [officialChannel, otherChannel]);

/** A channel that may be offered to a requester. */
export type OfficialChannel = z.infer<typeof officialChannel>;

/** What the widget is in this regulation (keys B2, B3). */
export const packWidget = z
  .strictObject({
    mode: z.enum(widgetModes).meta({
      description:
        'B2, B3: the form is a way of its own, prepares requests for another channel, or is off.',
    }),
    bridge: channelKind
      .optional()
      .meta({ description: 'The channel that a prepared request is handed over to.' }),
    preferred: z.boolean().default(false).meta({ description: 'The way the text likes best.' }),
    record: z.array(z.enum(recordKinds)).default([]).meta({
      description: 'What a page that asks for it may record before a request; empty means nothing.',
    }),
    clause: clauseNumber,
  })
  .refine(({ mode, bridge: target }) => (mode === 'bridge') === (target !== undefined), {
    error: '`bridge` names a channel exactly where `mode` is "bridge"',
    path: ['bridge'],
  });
