import type { Ids } from '#server/ids.ts';
import { sha256 } from '#server/digest.ts';
import { openedLife } from '#server/features/life/opened-life.ts';
import type { TicketDraft } from '#server/features/tickets/ticket-draft.ts';
import { subjectOf } from '#server/features/tickets/subject.ts';
import type { Policy } from '#server/policy/packs.ts';
import { outageDecision, outageFiling } from '#server/policy/watch/outage.ts';
import { lettersOf } from '#server/policy/search/words.ts';

/** An outage as the watch tells of it. */
export interface Outage {
  readonly tenantId: string;
  readonly kind: 'check' | 'silence' | 'alert';
  /** The check, `watch`, or the name of the monitor. */
  readonly source: string;
  /** The finding or alert; the same again is the same incident. */
  readonly sourceId: string;
  /** Who tells of it, as agents read it: the check's name, the monitor. */
  readonly watcher: string;
  readonly title: string;
  readonly text: string;
}

/** The ticket of an outage: received at once, at any hour, with no clock that a calendar counts. */
export function draftIncident(
  { ids }: { readonly ids: Ids },
  policy: Policy,
  outage: Outage,
  at: Date,
): TicketDraft {
  const { pack } = policy;
  const { tenantId, kind, source, sourceId, watcher, title, text } = outage;
  const { category, answers } = outageFiling(pack);
  const now = at.toISOString();
  const key = sha256(JSON.stringify([kind, source, sourceId]));
  const decision = outageDecision(policy);
  const about = {
    ticketId: ids.next('tck'),
    category,
    text,
    answers,
    context: {},
    plan: null,
    receivedAt: now,
  };
  const actor = { kind: 'system', id: null } as const;
  return {
    tenantId,
    ...about,
    letters: lettersOf(text),
    articles: [],
    ...openedLife(policy, {
      ...about,
      decision,
      salt: ids.secret(),
      actor,
      at: at.getTime(),
    }),
    messageId: ids.next('msg'),
    idempotencyKey: key,
    requestHash: key,
    requester: {
      id: `rqr_${sha256(`${tenantId}\nmonitor\n${source}`).slice(0, 26)}`,
      identity: 'monitor',
      provenBy: null,
      name: watcher,
      email: null,
      emailVerified: false,
      phone: null,
      organisation: null,
      position: null,
      contract: null,
      plan: null,
      category: null,
      region: null,
      timezone: null,
    },
    channel: 'monitoring',
    subject: subjectOf({ subject: title }, [], title),
    grants: [],
    attachments: [],
    locale: pack.languages[0] ?? 'ru',
    organisation: null,
    contract: null,
    edition: pack.edition,
    decision,
    bridgeCode: null,
    createdAt: now,
    mailTo: [],
    portal: null,
    handOverTo: null,
    shown: [],
  };
}
