import { z } from 'zod';
import { channels, widgetModes } from '#shared/vocabulary.ts';
import { clauseNumber, packText, pressAddress } from './words.ts';

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

/** One way to reach the desk. Several of a kind are several rows: hotlines by region. */
export const packChannel = z.strictObject({
  kind: z.enum(channels).exclude(['widget']),
  official: z.boolean().meta({ description: 'Whether a message here is a request by the text.' }),
  intake: z.enum(['full', 'register_and_verify']).default('full').meta({
    description: 'B1: with `register_and_verify` rights apply once the sender is verified.',
  }),
  record: z.enum(['ticket', 'interaction', 'none']).default('ticket').meta({
    description: 'B4: what a contact here leaves behind.',
  }),
  address: z
    .union([z.string().trim().min(1), packText])
    .meta({ description: 'As a person reads it: `+998 78 777 11 00`.' }),
  href: pressAddress,
  label: packText,
  preferred: z.boolean().default(false),
  clause: clauseNumber,
  bridge: bridge.optional(),
});

/** What the widget is in this regulation (keys B2, B3). */
export const packWidget = z
  .strictObject({
    mode: z.enum(widgetModes),
    bridge: z.enum(channels).exclude(['widget']).optional(),
    preferred: z.boolean().default(false),
    clause: clauseNumber,
  })
  .refine(({ mode, bridge: target }) => (mode === 'bridge') === (target !== undefined), {
    error: '`bridge` names a channel exactly where `mode` is "bridge"',
    path: ['bridge'],
  });
