import type { Locale } from '#shared/vocabulary.ts';
import type { LifeView } from '#shared/wire/desk-life.ts';
import type { EventParams, LoggedEvent } from '#server/features/event-log/event-body.ts';
import { waitsOf } from '#server/features/life/waits-of.ts';
import { lifeClocks } from '#server/features/life/life-clocks.ts';
import { reasonText } from '#server/features/life/reason-text.ts';
import { roleName } from '#server/features/life/role-name.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { silenceOf } from '#server/policy/life/step-endings.ts';
import { workTime } from '#server/policy/life/work-time.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What a life is told from besides its own state. */
export interface LifeSources {
  readonly ticket: TicketRow;
  /** The ticket's own log, oldest first. */
  readonly events: readonly LoggedEvent[];
  /** Names of agents by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Numbers of tickets that it has to do with, by id. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the requester may know of, too. */
export type ToldSources = Pick<LifeSources, 'ticket' | 'events' | 'locale'>;

/** Where a ticket stands in its life, in words of its regulation. */
export function lifeView(policy: Policy, sources: LifeSources): LifeView {
  const { ticket, names, locale, now } = sources;
  const { life } = ticket;
  const { assignee, release } = life;
  return {
    assignee: assignee === null ? null : { id: assignee, name: names.get(assignee) ?? assignee },
    work: workView(policy, sources),
    clocks: lifeClocks(policy, life, now),
    onCall: onCallView(life, names),
    diagnosis: diagnosisView(policy, life, locale),
    waiting: waitingView(policy, life, now),
    escalation: escalationView(policy, sources),
    release: life.status === 'waiting_release' ? release : null,
    deferred: deferredView(policy, sources),
    ending: endingView(policy, sources),
    ...relationsView(sources),
    followUp: life.followUp,
    appeal: appealView(policy, life, locale),
    suggestedSeverity: suggestedSeverity(policy, sources),
  };
}

function relationsView({
  ticket: { life },
  numbers,
}: LifeSources): Pick<LifeView, 'mergedInto' | 'mergedHere' | 'links'> {
  const name = (id: string) => ({ id, number: numbers.get(id) ?? id });
  return {
    mergedInto: life.mergedInto === null ? null : name(life.mergedInto),
    mergedHere: (life.receipts ?? []).flatMap(({ of }) => (of === null ? [] : [name(of)])),
    links: (life.links ?? []).map(name),
  };
}

function workView(
  policy: Policy,
  { ticket: { life }, events, now }: LifeSources,
): LifeView['work'] {
  if (life.receivedAt === null) return null;
  const to = life.ending?.at ?? now;
  const work = workTime(policy, { from: life.receivedAt, to, waits: waitsOf(events) });
  return (
    work && {
      workSeconds: Math.round(work.workMs / 1000),
      waitedSeconds: Math.round(work.waitedMs / 1000),
      clause: work.pausedBy,
    }
  );
}

/** Only while what is critical waits for somebody. */
function onCallView(
  { onCall, clocks }: LifeState,
  names: ReadonlyMap<string, string>,
): LifeView['onCall'] {
  if (!onCall || clocks.critical_ack?.stoppedAt !== null) return null;
  return {
    called: onCall.called.map((id) => names.get(id) ?? id),
    nextCallAt: onCall.nextCallAt === null ? null : iso(onCall.nextCallAt),
  };
}

function diagnosisView(
  { pack }: Policy,
  { diagnosisStartedAt, finding, cause }: LifeState,
  locale: Locale,
): LifeView['diagnosis'] {
  if (diagnosisStartedAt === null) return null;
  const found = pack.scope.causes.find(({ id }) => id === cause);
  return {
    startedAt: iso(diagnosisStartedAt),
    finding,
    cause: found ? found.text[locale] : cause,
    clause: found?.clause ?? pack.clocks.diagnosis.clause ?? null,
  };
}

function waitingView(policy: Policy, state: LifeState, at: number): LifeView['waiting'] {
  const { waiting } = state;
  if (!waiting) return null;
  const silence = silenceOf({ policy, state, at });
  const counted = silenceOf({ policy, state, at: waiting.since });
  const closable = silence?.state === 'eligible' || silence?.state === 'waiting';
  const closableAt =
    closable && counted && 'eligibleAt' in counted ? iso(counted.eligibleAt) : null;
  return {
    for: waiting.for,
    since: iso(waiting.since),
    reminders: waiting.reminders,
    closableAt,
    clause: policy.pack.autoClose?.reasons.find(({ id }) => id === waiting.for)?.clause ?? null,
  };
}

/** Whom it was handed over to, and when there is news; null where nobody else has it. */
export function escalationView(
  { pack }: Policy,
  { ticket: { life }, events, locale }: ToldSources,
): LifeView['escalation'] {
  if (life.status !== 'escalated') return null;
  const handed = lastOf(events, ['escalated']);
  const told = lastOf(events, ['escalated', 'requester_informed']);
  const target = pack.escalation?.targets.find(({ id }) => id === life.escalatedTo);
  const dueAt = life.clocks.next_update?.dueAt ?? null;
  return {
    to: target?.name[locale] ?? life.escalatedTo ?? '',
    eta: textOf(told, 'eta'),
    nextUpdateBy: dueAt === null ? null : iso(dueAt),
    priority: handed?.['priority'] === true,
    clause: textOf(handed, 'clause'),
  };
}

/** Why it was put off; null once it is not. */
export function deferredView(
  policy: Policy,
  { ticket, events, locale }: ToldSources,
): LifeView['deferred'] {
  if (ticket.status !== 'deferred') return null;
  const deferral = lastOf(events, ['deferred']);
  const clause = textOf(deferral, 'clause');
  return {
    reason: reasonText(policy, textOf(deferral, 'reason') ?? '', clause, locale),
    clause,
  };
}

/** How it ended; null while it goes on. */
export function endingView(
  policy: Policy,
  { ticket, events, locale }: ToldSources,
): LifeView['ending'] {
  const { ending } = ticket.life;
  if (!ending) return null;
  const { outcome, at, reason } = ending;
  if (outcome === 'merged') return { outcome, at: iso(at), reason: null, clause: null };
  const end = lastOf(events, ['closed', 'resolved']);
  const answer = policy.pack.answers?.kinds.find(({ id }) => id === textOf(end, 'answer'));
  const clause = textOf(end, 'clause') ?? answer?.clause ?? null;
  return {
    outcome,
    at: iso(at),
    reason:
      answer?.text[locale] ?? (reason === null ? null : reasonText(policy, reason, clause, locale)),
    clause,
  };
}

function appealView(
  { pack }: Policy,
  { appealedTo }: LifeState,
  locale: Locale,
): LifeView['appeal'] {
  if (appealedTo === null) return null;
  return { to: roleName(pack, appealedTo, locale), clause: pack.appeal?.clause ?? null };
}

/** Only while nobody has said another one. */
function suggestedSeverity(
  { pack }: Policy,
  { ticket, events, answers }: LifeSources,
): LifeView['suggestedSeverity'] {
  if (lastOf(events, ['severity_set'])) return null;
  const { by, severity } = severityOf(pack, answers, null);
  return by === 'requester' && severity !== ticket.severity ? severity : null;
}

const lastOf = (events: LifeSources['events'], kinds: readonly string[]): EventParams | undefined =>
  events.findLast(({ kind }) => kinds.includes(kind))?.params;

const textOf = (params: EventParams | undefined, name: string): string | null => {
  const value = params?.[name];
  return typeof value === 'string' ? value : null;
};

const iso = (at: number): string => new Date(at).toISOString();
