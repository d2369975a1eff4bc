import { z } from 'zod';
import { clockKinds, findings, outcomes, severities } from '#shared/vocabulary.ts';
import { agentRight } from '#shared/wire/decision.ts';
import { ticketName } from '#shared/wire/ticket-name.ts';

const instant = z.iso.datetime();
const clause = z.string().nullable();

/** Something of the regulation that is picked by name. */
const choice = z.object({ id: z.string(), label: z.string(), clause: z.string() });
export type ActChoice = z.infer<typeof choice>;

export type AnswerChoice = ActChoices['answers'][number];

/** What acts on a ticket are done with: everything the regulation of its edition names for them now. */
export const actChoices = z.object({
  reasons: z.array(
    choice.extend({ action: z.enum([...agentRight.shape.action.options, 'defer']) }),
  ),
  /** Empty until a diagnosis has begun. */
  causes: z.array(choice.extend({ liable: z.boolean() })),
  answers: z.array(
    choice.extend({
      needs: z.enum(['version', 'update', 'date', 'workaround', 'article']).nullable(),
    }),
  ),
  /** Kinds of answers, one of which the found cause asks for; empty where any will do. */
  requiredAnswers: z.array(z.string()),
  /** Whom a ticket may be handed over to. */
  targets: z.array(choice),
  /** Lesser replies that count as a first response. */
  responses: z.array(z.string()),
  /** Who hears appeals; null where the regulation has none. */
  appeal: z.object({ to: z.string(), clause: z.string() }).nullable(),
});
export type ActChoices = z.infer<typeof actChoices>;

/** A clock beside the first response. Remaining is working time in seconds, round the clock for what is critical. */
export const lifeClock = z.object({
  kind: z.enum(clockKinds),
  /** `soon`: less than a quarter is left. */
  state: z.enum(['running', 'soon', 'breached']),
  remainingSeconds: z.number().nullable(),
  dueAt: instant.nullable(),
  clause,
});
export type LifeClock = z.infer<typeof lifeClock>;

/** Where a ticket stands in its life, in words of its regulation. */
export const lifeView = z.object({
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Working time from the receipt until now or the end; null where the regulation names no hours or it has not come. */
  work: z
    .object({
      workSeconds: z.int(),
      /** In which the requester was asked; no part of the work where `clause` takes it out. */
      waitedSeconds: z.int(),
      clause,
    })
    .nullable(),
  /** Clocks that run besides the first response. */
  clocks: z.array(lifeClock),
  /** Whom the desk has called for what is critical and nobody has taken up; null where nobody is called. */
  onCall: z.object({ called: z.array(z.string()), nextCallAt: instant.nullable() }).nullable(),
  diagnosis: z
    .object({
      startedAt: instant,
      finding: z.enum(findings).nullable(),
      cause: z.string().nullable(),
      clause,
    })
    .nullable(),
  waiting: z
    .object({
      for: z.enum(['no_confirmation', 'no_information']),
      since: instant,
      reminders: z.int(),
      /** From when it may be closed for silence; null where the regulation closes nothing. */
      closableAt: instant.nullable(),
      clause,
    })
    .nullable(),
  escalation: z
    .object({
      to: z.string(),
      eta: instant.nullable(),
      nextUpdateBy: instant.nullable(),
      /** The plan of the requester goes first at development. */
      priority: z.boolean(),
      clause,
    })
    .nullable(),
  release: z.object({ on: z.string(), version: z.string().nullable() }).nullable(),
  deferred: z.object({ reason: z.string(), clause }).nullable(),
  ending: z
    .object({
      outcome: z.enum(outcomes),
      at: instant,
      reason: z.string().nullable(),
      clause,
    })
    .nullable(),
  /** The ticket that this one was merged into and goes on in. */
  mergedInto: ticketName.nullable(),
  /** Tickets that were merged into this one, whose terms it keeps. */
  mergedHere: z.array(ticketName),
  /** Tickets that it has to do with. */
  links: z.array(ticketName),
  followUp: z.enum(['due', 'asked', 'person', 'done']).nullable(),
  appeal: z.object({ to: z.string(), clause }).nullable(),
  /** What the requester's own answer suggests, while no agent has set one. */
  suggestedSeverity: z.enum(severities).nullable(),
});
export type LifeView = z.infer<typeof lifeView>;
