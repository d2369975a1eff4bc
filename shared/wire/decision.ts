import { z } from 'zod';
import {
  channels,
  closedReasons,
  dayReadings,
  entitlementStates,
  nextStepCodes,
  severities,
  unstatedReasons,
} from '#shared/vocabulary.ts';

const instant = z.iso.datetime().meta({ example: '2026-11-23T05:00:00.000Z' });

/** A sentence or name of the policy in every language it is published in. */
export const localText = z.object({
  ru: z.string(),
  uz: z.string(),
  'uz-Cyrl': z.string().optional(),
  en: z.string(),
});
export type LocalText = z.infer<typeof localText>;

/** One stretch between the receipt and the due instant; together they cover it without a gap. */
export const segment = z.object({
  from: instant,
  to: instant,
  /** `open` time counts towards the target, `closed` does not. */
  kind: z.enum(['open', 'closed']),
  /** Why it is closed, and the day's name where it has one. Closed time is split at local midnights. */
  reason: z.enum(closedReasons).optional(),
  name: localText.optional(),
});
export type Segment = z.infer<typeof segment>;

/** A term as a regulation states it: in working days, hours or minutes. */
export const duration = z.object({
  value: z.number().positive(),
  unit: z.enum(['businessDay', 'businessHour', 'businessMinute']),
});
export type Duration = z.infer<typeof duration>;

/**
 * A first response that is promised, or the reason why none is. `dueAt` null always comes with
 * `unstated`; a due instant always comes with target, start and segments.
 */
export const firstResponsePromise = z.object({
  clause: z.string(),
  dueAt: instant.nullable(),
  /** When the clock starts: the receipt, or the next opening. */
  startsAt: instant.nullable(),
  unstated: z.enum(unstatedReasons).optional(),
  target: duration.optional(),
  /** Only where a contract has terms of single severities: the term of each one that has one. */
  bySeverity: z.partialRecord(z.enum(severities), duration).optional(),
  /** Only where the target counts days. */
  reading: z.enum(dayReadings).optional(),
  /** Only with the reading `businessHours`: how many hours one working day counts. */
  hoursPerDay: z.number().positive().optional(),
  /** True where the calculation touched a day whose calendar is not final. */
  estimated: z.boolean(),
  /** The office whose hours alone were counted; absent where the desk's own were. */
  office: z.string().optional(),
  /** Calendar revision that was counted by, e.g. `uz-six-day 2026`. */
  calendar: z.string().optional(),
  segments: z.array(segment),
});
export type FirstResponsePromise = z.infer<typeof firstResponsePromise>;

/** What a requester should know about a request, with the clause that says so. */
export const notice = z.object({
  /** A sentence of the catalogs: `notice.<code>`. */
  code: z.enum([
    'outside_hours_not_guaranteed',
    'not_guaranteed',
    'entitlement_lapsed',
    'contract_needed',
    'entitlement_unverified',
    'out_of_scope',
    'third_party',
    'missing_asked',
    'bridge_mail',
    'bridge_chat',
    'no_resolution_term',
    'edition_not_yet_in_force',
  ]),
  clause: z.string(),
  /** Where to go instead. `nextStep.<code>` of the catalogs. */
  nextStep: z.object({ code: z.enum(nextStepCodes), href: z.string().optional() }).optional(),
});
export type Notice = z.infer<typeof notice>;

/** What the regulation lets an agent do: offered with its clause, never done by itself. */
export const agentRight = z.object({
  action: z.enum(['refuse', 'ask_missing', 'handle_out_of_turn']),
  reason: z.string(),
  clause: z.string(),
});
export type AgentRight = z.infer<typeof agentRight>;

/** The whole answer of the policy to one request. Stored with the ticket and shown from there. */
export const decision = z.object({
  vendor: z.string(),
  edition: z.string(),
  entitlement: z.object({
    state: z.enum(entitlementStates),
    clause: z.string(),
    validUntil: z.iso.date().optional(),
  }),
  /** Whether the promise holds for this requester, or support is only a courtesy. */
  guaranteed: z.boolean(),
  missing: z.array(z.object({ field: z.string(), clause: z.string() })),
  scope: z.object({
    state: z.enum(['in', 'out']),
    clause: z.string(),
    reason: z.string().optional(),
  }),
  route: z.object({
    kind: z.enum(['official', 'bridge', 'contract']),
    channel: z.enum(channels),
    clause: z.string(),
  }),
  firstResponse: firstResponsePromise,
  notices: z.array(notice),
  rights: z.array(agentRight),
});
export type Decision = z.infer<typeof decision>;
