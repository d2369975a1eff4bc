import { portalProof } from '#shared/wire/portal.ts';
import { portalContractStates } from '#shared/wire/portal-contract.ts';
import { z } from 'zod';
import {
  channels,
  locales,
  messageKinds,
  queueKeys,
  queueViews,
  severities,
  severityOrders,
  ticketChannels,
  ticketStatuses,
} from '#shared/vocabulary.ts';
import { ticketEventKinds } from '#shared/ticket-events.ts';
import { actChoices, lifeClock, lifeView } from '#shared/wire/desk-life.ts';
import { vendorRecord } from '#shared/wire/vendor-portal.ts';
import { seenByWatch } from '#shared/wire/watch.ts';
import { actKinds, givenAnswer } from '#shared/wire/ticket-act.ts';
import { ticketLine } from '#shared/wire/ticket-name.ts';
import { agentRight, decision } from '#shared/wire/decision.ts';
import { captureContext } from '#shared/wire/capture.ts';
import { answer, attachmentIds, messageText, messageView } from '#shared/wire/ticket.ts';

const instant = z.iso.datetime();

/** One clock as a chip shows it. Remaining is working time in seconds; negative once breached. */
const clockView = z.object({
  kind: z.enum(['first_response']),
  state: z.enum(['running', 'soon', 'breached', 'met', 'met_late', 'none', 'not_started']),
  estimated: z.boolean(),
  remainingSeconds: z.number().nullable(),
  targetSeconds: z.number().nullable(),
  dueAt: instant.nullable(),
  metAt: instant.nullable(),
  clause: z.string(),
});
export type ClockView = z.infer<typeof clockView>;

/** One ticket in the queue. */
export const queueRow = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  /** Where it stands now. */
  view: z.enum(queueViews),
  severity: z.enum(severities),
  channel: z.enum(ticketChannels),
  createdAt: instant,
  receivedAt: instant.nullable(),
  requesterName: z.string(),
  organisation: z.string().nullable(),
  plan: z.string().nullable(),
  /** Who takes its category, where the regulation's desk has teams. */
  team: z.string().nullable(),
  /** The target that has it now; `priority`: the requester's plan goes first there. */
  handedTo: z.object({ target: z.string(), priority: z.boolean() }).nullable(),
  unanswered: z.boolean(),
  clock: clockView,
  /** Clocks that run besides the first response, the next due first. */
  clocks: z.array(lifeClock),
  /** Why it stands before the next of the same list; not among those resolved. */
  why: z
    .object({
      code: z.enum([...queueKeys, 'number', 'last']),
      outOfTurn: z.boolean(),
      clause: z.string(),
    })
    .optional(),
});
export type QueueRow = z.infer<typeof queueRow>;

/** A page of the queue in the regulation's order; `order` names the keys, first decides first. */
export const deskQueue = z.object({
  vendor: z.string(),
  order: z.array(z.enum(queueKeys)),
  severities: z.enum(severityOrders).optional(),
  open: z
    .object({ now: z.boolean(), until: instant.nullable(), opensAt: instant.nullable() })
    .nullable(),
  timezone: z.object({ id: z.string(), label: z.string() }),
  /** Only where the calendar that terms are counted by needs somebody to look after it. */
  calendar: z.object({ finalUntil: z.iso.date().nullable() }).optional(),
  rows: z.array(queueRow),
  /** Begins the page after this one, as `after`; null behind the last row. */
  next: z.string().nullable(),
  /** How many stand in each view of what has not ended; counted to `countedAtMost`. */
  counts: z.record(z.enum(queueViews).exclude(['resolved']), z.int()),
  now: instant,
});
export type DeskQueue = z.infer<typeof deskQueue>;

/** One line of a ticket's timeline. */
const ticketEventView = z.object({
  at: instant,
  kind: z.enum(ticketEventKinds),
  /** Who did it: an agent's shown name, or null for the requester and the system. */
  actor: z.string().nullable(),
  /** The program that did it in the agent's name. */
  via: z.string().optional(),
  clause: z.string().optional(),
  params: z.record(z.string(), z.string()).optional(),
});
export type TicketEventView = z.infer<typeof ticketEventView>;

/** Everything an agent sees of one ticket. */
export const deskTicket = z.object({
  id: z.string(),
  vendor: z.string(),
  number: z.string(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  /** The view of the queue that it stands in now. */
  view: z.enum(queueViews),
  severity: z.enum(severities),
  category: z.object({
    id: z.string(),
    label: z.string(),
    clause: z.string(),
    team: z.string().nullable(),
  }),
  channel: z.enum(ticketChannels),
  createdAt: instant,
  receivedAt: instant.nullable(),
  /** Raised by every change; sent back as `If-Match`. */
  version: z.int(),
  decision,
  clock: clockView,
  /** Acts that would do something now, and what they are done with. */
  can: z.array(z.enum(actKinds)),
  choices: actChoices,
  life: lifeView,
  bridge: z.object({ channel: z.enum(channels), code: z.string(), address: z.string() }).optional(),
  requester: z.object({
    id: z.string(),
    name: z.string(),
    /** The words of this request are gone, and so is who asked. */
    erased: z.boolean(),
    provenBy: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    position: z.string().nullable(),
    organisation: z.string().nullable(),
    contract: z.string().nullable(),
    plan: z.string().nullable(),
    timezone: z.string().nullable(),
    locale: z.enum(locales),
    /** Counted to `countedAtMost`. */
    otherTickets: z.int(),
    /** The newest of them. */
    newestOthers: z.array(ticketLine),
  }),
  /** Only where the vendor's own watch opened it: there is no person who asks, and nobody to answer. */
  watch: seenByWatch.optional(),
  /** The portal that it came from, as it was proven then. */
  portal: portalProof.optional(),
  /** How the contract of that portal stands today. */
  portalContract: z
    .object({
      state: z.enum(portalContractStates),
      /** Whether a number waits for a decision, in the place of none or of another one. */
      waits: z.boolean(),
    })
    .optional(),
  answers: z.array(z.object({ field: z.string(), label: z.string(), value: answer })),
  context: captureContext,
  /** Where the request came from a version behind the current one: what newer ones mend. */
  outdated: z
    .object({ installed: z.string(), current: z.string(), fixes: z.array(z.string()) })
    .optional(),
  /** What stands for it in the vendor's own portal, where there is something. */
  vendorRecords: z.array(vendorRecord).optional(),
  messages: z.array(messageView),
  events: z.array(ticketEventView),
  clauses: z.record(z.string(), z.object({ text: z.string(), href: z.string().optional() })),
  /** Labels of the form's fields by id, so that a missing field can be named. */
  fieldLabels: z.record(z.string(), z.string()).optional(),
  /** Which public answers count as the first response by this ticket's edition. */
  firstResponseBy: z.array(z.enum(['reply', 'question'])).optional(),
  /** When the first response came: what stopped the clock, by the letter of the text, by a person. */
  firstResponse: z
    .object({
      stopsAt: instant.nullable(),
      literalAt: instant.nullable(),
      humanAt: instant.nullable(),
    })
    .optional(),
  timezone: z.object({ id: z.string(), label: z.string() }),
  rights: z.array(agentRight),
  now: instant,
});
export type DeskTicket = z.infer<typeof deskTicket>;

/** What an agent writes: an answer, a question to the requester, or a note for the desk alone. */
export const answerTicketBody = z.strictObject({
  kind: z.enum(messageKinds).exclude(['request']),
  text: messageText,
  attachments: attachmentIds,
  /** What a reply is by the regulation: a full answer, or something less that may count as a first response. */
  response: z
    .enum([
      'answer',
      'receipt_confirmed',
      'registered_and_started',
      'diagnosis_started',
      'consultation',
      'known_solution',
    ])
    .default('answer'),
  /** The requester is asked whether it helped; silence may then end the ticket, by the regulation. */
  proposes: z.boolean().default(false),
  /** A kind of answer that the regulation names. */
  answer: givenAnswer.optional(),
  /** Sends the answer and resolves in one act. */
  resolve: z.boolean().default(false),
  /** Published articles that answer it, by id: their links stand behind the text. */
  articles: z.array(z.string().max(64)).max(5).default([]),
  /** Id of the known problem that a reply is about; the ticket is linked with it. */
  knownProblem: z
    .string()
    .regex(/^kpr_[0-9a-z]{1,60}$/)
    .optional(),
});
export type AnswerTicketBody = z.input<typeof answerTicketBody>;

/** Who is signed in, and at which desks; `open` counts tickets that have not ended, to `countedAtMost`. */
export const deskSession = z.object({
  agent: z.object({ id: z.string(), name: z.string() }),
  vendors: z.array(z.object({ key: z.string(), name: z.string(), open: z.int() })),
  /** True where nothing leaves the machine: mail stays in the outbox. */
  demo: z.boolean(),
});
export type DeskSession = z.infer<typeof deskSession>;
