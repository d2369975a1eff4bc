import { letterFor } from '#server/features/outbox/letter.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { bestQuestion } from '#server/policy/decision/best-question.ts';
import { chatBinding } from '#server/policy/decision/plans.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { pricesOf } from '#server/policy/decision/prices.ts';
import { planWeight } from '#server/policy/decision/queue-order.ts';
import { editionStarts } from '#server/policy/edition/edition-order.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { autoCloseOf } from '#server/policy/life/auto-close.ts';
import { criticalTrack } from '#server/policy/life/critical-track.ts';
import { escalate } from '#server/policy/life/escalation.ts';
import { followUpStep } from '#server/policy/life/follow-up.ts';
import { hoursBudget } from '#server/policy/life/hours-budget.ts';
import { reopenOf } from '#server/policy/life/reopen.ts';
import type { Policy } from '#server/policy/packs.ts';
import { hoursView } from '#server/policy/widget/widget-hours.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { attributes, pageOf, policyPages, readText } from '#test/support/policy-page.ts';

/** What everybody sees and what the engine answers at one instant. */
export interface Surfaces {
  readonly page: string;
  readonly widget: string;
  readonly letter: string;
  readonly engine: string;
  /** The due instant of a first response that is promised now, as each of them has it. */
  readonly due: {
    readonly page: string | null;
    readonly widget: string | null;
    readonly letter: string;
    readonly engine: string | null;
  };
  /** Whether it is open and until or from when. */
  readonly hours: { readonly page: string; readonly widget: string; readonly engine: string };
}

const dayMs = 86_400_000;
const limits = { attachments: 1, attachmentBytes: 1 };
const answers = [1, 2, 3, 4, 5].map((score) => ({ score }));
const until = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Page, widget, acknowledgement and engine of one policy at an instant, in Russian. */
export async function surfacesOf(policy: Policy, at: string): Promise<Surfaces> {
  const now = Date.parse(at);
  const { pack } = policy;
  const html = await pageOf(policyPages([policy], at), `/policy/${pack.vendor}?lang=ru`);
  const view = widgetView(policy, { locale: 'ru', now, requester: null, limits });
  const decision = decisionOf(policy, bestQuestion(policy, { receivedAt: now }));
  const letter = letterFor(
    policy,
    { kind: 'ticket_opened', locale: 'ru', params: {} },
    { number: 1, decision } as TicketRow,
    null,
  ).text;
  const hours = hoursView(policy, now);
  // what the regulation says of its own clauses is no number that anything counts by
  const shown = html.slice(0, html.indexOf('<section id="clauses"'));
  return {
    page: readText(shown),
    widget: JSON.stringify({ ...view, clauses: null, now: null }),
    letter,
    engine: JSON.stringify([decision, hours, ...lifeOf(policy, now)]),
    due: {
      page: attributes(promiseIn(html), 'time', 'datetime')[0] ?? null,
      widget: view.promise.dueAt,
      letter,
      engine: decision.firstResponse.dueAt,
    },
    hours: {
      page: /class="state (?:open|closed)">.*?<\/div>/s.exec(html)?.[0] ?? '',
      widget: stateOf(view),
      engine: stateOf(hours),
    },
  };
}

/** Open or closed and the next change of it. */
const stateOf = ({ hours }: Pick<ReturnType<typeof hoursView>, 'hours'>): string =>
  JSON.stringify([hours?.openNow, hours?.opensAt ?? hours?.closesAt]);

const promiseIn = (html: string): string => /class="due-by">.*?<\/div>/s.exec(html)?.[0] ?? '';

/** A ticket whose requester was asked and stays silent. */
function silentTicket(now: number, reminders: number): LifeState {
  const asked = evolve(null, { kind: 'asked', params: { digest: '' } }, now);
  const remindedAt = reminders === 0 ? null : now + reminders * dayMs;
  return { ...asked, waiting: { for: 'no_information', since: now, reminders, remindedAt } };
}

/** Everything that is decided by a number besides the first response. */
function lifeOf(policy: Policy, now: number): unknown[] {
  const { pack, desk } = policy;
  const to = pack.escalation?.targets[0]?.id ?? '';
  const told = { nextUpdateAt: now + 400 * dayMs };
  const silence = {
    waitingFor: 'no_information' as const,
    lastAgentMessageAt: now,
    lastRequesterMessageAt: null,
    remindedAt: null,
  };
  const later = { ...pack, edition: 'undated-2027-06-01', validFrom: null, editionDate: null };
  const next = editionStarts([policy, { ...policy, pack: later }], pack.vendor, () => now);
  return [
    desk?.offices.map(({ schedule }) => schedule.periods(now - dayMs, now + 7 * dayMs)),
    criticalTrack(pack, { severity: 'critical', receivedAt: now }),
    escalate(policy, { to, reason: 'any', at: now, told: null }),
    escalate(policy, { to, reason: 'any', at: now, told }),
    autoCloseOf(policy, silence, now),
    until(6).map((reminders) => deadlinesOf(policy, silentTicket(now, reminders))),
    answers.map((answer) => followUpStep(pack, answer)),
    until(60).map((days) =>
      reopenOf(policy, { resolvedAt: now, now: now + days * dayMs, missing: [] }),
    ),
    pack.plans.map((plan) => [
      pricesOf(plan),
      planWeight(pack, plan.id),
      until(5).map((bound) => chatBinding(pack, plan.id, bound)),
      until(700).map((minutes) =>
        hoursBudget(policy, { plan: plan.id, at: now, entries: [{ at: now, minutes }] }),
      ),
    ]),
    next.map(({ from, effect }) => [from, effect(now)]),
  ];
}
