import { z } from 'zod';
import { channels, dayReadings } from '#shared/vocabulary.ts';
import { duration } from '#shared/wire/decision.ts';
import { clauseNumber, packId, packText, pressAddress } from './words.ts';

/** Closing when a requester stays silent (A8, D1, D4). Null: the text has no such rule. */
export const packAutoClose = z
  .strictObject({
    mode: z.enum(['suggest', 'auto']).default('suggest').meta({
      description: 'D1: put before an agent, or done.',
    }),
    after: duration.strict().meta({ description: 'How long the requester may be silent.' }),
    reading: z.enum(dayReadings).exclude(['businessHours']).default('endOfDay').meta({
      description: 'Runs against the requester, so it is read late.',
    }),
    from: z
      .enum(['last_agent_message'])
      .default('last_agent_message')
      .meta({ description: 'What the silence is counted from.' }),
    reminderAt: duration
      .strict()
      .nullable()
      .default(null)
      .meta({ description: 'A8: nothing closes before this reminder has gone out; null: none.' }),
    reasons: z
      .array(
        z.strictObject({
          id: z.enum(['no_confirmation', 'no_information']),
          clause: clauseNumber,
        }),
      )
      .min(1)
      .meta({ description: 'What was left unanswered: a proposed solution, a question.' }),
    outcome: z
      .strictObject({ id: z.literal('no_answer'), clause: clauseNumber })
      .meta({ description: 'How it ends: not as solved.' }),
    laterReply: z
      .enum(['reopen', 'new_linked_ticket'])
      .default('reopen')
      .meta({ description: 'What a later answer does.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** Reminders to a requester who was asked, in days of the vendor's zone; they close nothing (D4). */
export const packReminders = z
  .strictObject({
    everyDays: z
      .int()
      .positive()
      .default(3)
      .meta({ description: 'Days of the calendar between two.' }),
    most: z.int().positive().default(3).meta({ description: 'How many for one question.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** How long what people wrote into a ticket is kept. Null: the text does not say, and the operator settles it. */
export const packRetention = z
  .strictObject({
    months: z.int().min(1).max(600).meta({
      description: 'Months of the calendar after its end; then the words of a ticket are erased.',
    }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** The contact after a resolution (D3). Null: the text promises none. */
export const packFollowUp = z
  .strictObject({
    by: z.enum(['agent', 'auto', 'auto_then_agent']).default('auto_then_agent').meta({
      description: 'D3: a person, a message by itself, or a person where that is not enough.',
    }),
    within: duration
      .strict()
      .nullable()
      .default(null)
      .meta({ description: 'Null: the text names no term.' }),
    confirms: z.strictObject({ clause: clauseNumber }).optional().meta({
      description: 'Asks whether it is solved; «no» reopens the same ticket.',
    }),
    feedback: z
      .strictObject({ clause: clauseNumber })
      .optional()
      .meta({ description: 'Asks how it went.' }),
    sendAfter: duration.strict().default({ value: 1, unit: 'businessDay' }).meta({
      description: 'How long after the solution a message goes out by itself.',
    }),
    answerWithin: duration.strict().default({ value: 2, unit: 'businessDay' }).meta({
      description: 'How long its answer is waited for before a person joins.',
    }),
    agentFromScore: z.int().min(1).max(5).default(3).meta({
      description: 'A person joins at this score and below.',
    }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** When a resolved ticket may be opened again (C8). */
export const packReopen = z
  .strictObject({
    condition: z.enum(['any', 'complete']).default('any').meta({
      description: '`complete`: the request held everything the text asks for.',
    }),
    withinDays: z
      .int()
      .positive()
      .nullable()
      .default(30)
      .meta({ description: 'C8: days after the solution, the last one whole; null: no limit.' }),
    after: z
      .enum(['new_linked_ticket', 'refuse'])
      .default('new_linked_ticket')
      .meta({ description: 'C8: what holds after these days.' }),
    clause: clauseNumber.optional(),
  })
  .prefault({});

/** Who hears a complaint. Null: the text names nobody. Always open. */
export const packAppeal = z
  .strictObject({
    to: packId.meta({ description: 'A role of `roles`.' }),
    channel: z.enum(channels).meta({ description: 'How a complaint is sent.' }),
    within: duration
      .strict()
      .nullable()
      .default(null)
      .meta({ description: 'A target of the desk; null: none.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** Roles a text gives to people. Never a person: names and mailboxes change hands (B12). */
export const packRoles = z
  .array(
    z.strictObject({
      id: packId,
      name: packText,
      href: pressAddress.optional().meta({ description: 'Only an address of the role itself.' }),
      signs: z
        .boolean()
        .default(false)
        .meta({ description: 'Letters to requesters are signed with it.' }),
      clause: clauseNumber,
    }),
  )
  .default([]);

/** Handing over to development or others (D9). Null: the text knows no such step. */
export const packEscalation = z
  .strictObject({
    targets: z
      .array(z.strictObject({ id: packId, name: packText, clause: clauseNumber }))
      .min(1)
      .meta({ description: 'Who may take a request over.' }),
    informs: z.boolean().default(true).meta({
      description: 'Whether the requester has to be told of the further terms.',
    }),
    informWithin: duration
      .strict()
      .default({ value: 1, unit: 'businessDay' })
      .meta({ description: 'D9: by when the requester is told; a target of the desk.' }),
    nextUpdateEvery: duration
      .strict()
      .default({ value: 5, unit: 'businessDay' })
      .meta({ description: 'D9: how often there is news; a target of the desk.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** How a found vulnerability is handled (D6). Null: the text is silent. */
export const packSecurity = z
  .strictObject({
    contact: pressAddress.meta({ description: 'Where a vulnerability is reported.' }),
    ackWithin: duration
      .strict()
      .nullable()
      .default(null)
      .meta({ description: 'D6: by when a report is confirmed; null: not stated.' }),
    embargoDays: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .meta({ description: 'D6: days before it is made public; null: not stated.' }),
    notifyHolders: z
      .boolean()
      .default(true)
      .meta({ description: 'D6: whether contract holders hear of the solution.' }),
    clause: clauseNumber,
  })
  .nullable()
  .default(null);

/** What the vendor does unasked. */
export const packProactive = z
  .array(
    z.strictObject({
      kind: z
        .enum(['checks', 'surveys', 'announcements', 'ideas', 'feedback'])
        .meta({ description: 'What is done.' }),
      every: z
        .enum(['day', 'week', 'month', 'quarter', 'year'])
        .nullable()
        .default(null)
        .meta({ description: 'Null: the text does not say how often.' }),
      text: packText,
      clause: clauseNumber,
    }),
  )
  .default([]);

/** Proposals and feedback: a target of the desk for their outcome, never a promise. */
export const packProposals = z
  .strictObject({
    outcomeWithinDays: z.int().positive().max(366).default(30).meta({
      description: 'Days after which one without an outcome is put before the desk.',
    }),
  })
  .prefault({});
