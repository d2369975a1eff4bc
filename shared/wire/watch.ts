import { z } from 'zod';
import { severities } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();
const name = z.string().trim().min(1).max(120);

/** An alert of another monitor. The same source and id again is the same alert. */
export const alertBody = z.strictObject({
  source: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  id: z.string().regex(/^[\x21-\x7e]{1,255}$/),
  title: name,
  text: z.string().trim().max(5000).default(''),
  state: z.enum(['firing', 'recovered']).default('firing'),
});
export type AlertBody = z.infer<typeof alertBody>;

/** What an alert led to; null where a recovery came of something nobody had told of. */
export const alertReceipt = z.object({
  ticketId: z.string().nullable(),
  /** False where it was known already. */
  opened: z.boolean(),
});

/** A check of an address of the platform. */
export const checkBody = z.strictObject({
  name,
  url: z.url({ protocol: /^https?$/ }).max(2000),
  everyMinutes: z.int().min(1).max(1440).default(5),
  expectStatus: z.int().min(100).max(599).default(200),
  /** Failures in a row that make an incident. */
  failuresToOpen: z.int().min(1).max(10).default(2),
  /** Whether an incident is told to the customers. */
  notifyAffected: z.boolean().default(false),
});
export type CheckBody = z.infer<typeof checkBody>;

/** One look of a check; all null while it goes on. */
const lookView = z.object({
  id: z.string(),
  askedAt: instant,
  finishedAt: instant.nullable(),
  outcome: z.enum(['reachable', 'unreachable', 'refused']).nullable(),
  reason: z.string().nullable(),
  status: z.int().nullable(),
});

/** A check and how it stands. */
export const checkView = z.object({
  id: z.string(),
  ...checkBody.shape,
  failuresInARow: z.int(),
  lastResultAt: instant.nullable(),
  /** The ticket of the incident that is open now. */
  incident: z.string().nullable(),
});
export type CheckView = z.infer<typeof checkView>;

/** A page of the checks of a desk, and since when all of them have been silent. */
export const checkList = z.object({
  rows: z.array(checkView),
  next: z.string().nullable(),
  silentSince: instant.nullable(),
});
export type CheckList = z.infer<typeof checkList>;

/** A page of the looks at one check or portal, the newest first. */
export const lookList = z.object({ rows: z.array(lookView), next: z.string().nullable() });
export type LookList = z.infer<typeof lookList>;

/** What the watch saw that opened a ticket. */
export const seenByWatch = z.object({
  by: z.enum(['check', 'silence', 'alert']),
  /** The monitor that sent the alert; null where the desk's own watch found it. */
  monitor: z.string().nullable(),
  /** The check that failed; `stopped` where it is looked at no more. */
  check: z
    .object({ id: z.string(), name: z.string(), url: z.string(), stopped: z.boolean() })
    .nullable(),
  since: instant,
  /** It answers again from then on; null while it lasts. */
  recoveredAt: instant.nullable(),
});

/** How critical a ticket is: what the rule suggests, what an agent said, and the second clock. */
export const criticalityView = z.object({
  severity: z.enum(severities),
  /** What the answer to the form or an alert suggests; null where no rule speaks. */
  suggested: z.object({ severity: z.enum(severities), clause: z.string() }).nullable(),
  /** Round the clock, for the desk itself; null where the regulation has none or nothing is critical. */
  track: z
    .object({
      startedAt: instant,
      ackBy: instant,
      state: z.enum(['acknowledged', 'acknowledged_late', 'running', 'breached', 'ended']),
      takenUpAt: instant.nullable(),
      takenUpBy: z.string().nullable(),
      /** Agents who were called, in their order. */
      called: z.array(z.string()),
    })
    .nullable(),
});
export type CriticalityView = z.infer<typeof criticalityView>;

/** A page of what calls an agent. */
export const noticeList = z.object({
  rows: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('critical_call'),
        id: z.string(),
        ticketId: z.string(),
        ticketNumber: z.string(),
        /** By when somebody is to take it up; null where nobody has to any more. */
        ackBy: instant.nullable(),
        at: instant,
      }),
      /** A letter was given up; null where it told of no ticket. */
      z.object({
        kind: z.literal('letter_failed'),
        id: z.string(),
        letter: z.string(),
        ticketId: z.string().nullable(),
        ticketNumber: z.string().nullable(),
        at: instant,
      }),
      /** Somebody took back the consent that they gave with a request. */
      z.object({
        kind: z.literal('consent_withdrawn'),
        id: z.string(),
        ticketId: z.string(),
        ticketNumber: z.string(),
        at: instant,
      }),
      /** A customer's portal asked for everything to be erased, and nothing was: nobody could confirm it. */
      z.object({
        kind: z.literal('portal_not_erased'),
        id: z.string(),
        portal: z.string(),
        domain: z.string(),
        at: instant,
      }),
      /** Something is not shown in the vendor's own portal. */
      z.object({
        kind: z.literal('vendor_portal_failed'),
        id: z.string(),
        host: z.string(),
        at: instant,
      }),
      /** The administrator of a customer's portal has named a contract, which is to be confirmed or refused. */
      z.object({ kind: z.literal('portal_contract_asked'), id: z.string(), at: instant }),
      /** Events were not told to a receiver of webhooks any more. */
      z.object({
        kind: z.literal('webhook_failed'),
        id: z.string(),
        webhook: z.string(),
        /** Host of its address. */
        host: z.string(),
        /** It said that it is gone, or somebody stopped it: nothing more is sent. */
        stopped: z.boolean(),
        at: instant,
      }),
    ]),
  ),
  next: z.string().nullable(),
});
export type NoticeList = z.infer<typeof noticeList>;
