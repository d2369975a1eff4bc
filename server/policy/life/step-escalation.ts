import { developmentPriority } from './development-priority.ts';
import { vendorDate } from '#server/policy/packs.ts';
import { escalate as escalateBy, nextUpdateOf } from './escalation.ts';
import type { ActOf, ToldTerms } from './life-act.ts';
import { firstResponse } from './step-answers.ts';
import { events, instant, refuse, type StepContext, type StepResult } from './step.ts';

const refusals = {
  not_provided: 'escalation.not_provided',
  unknown_target: 'escalation.unknown_target',
  no_reason: 'escalation.no_reason',
} as const;

/** Handing over to others. Not complete before the requester knows when to hear more. */
export function escalate(context: StepContext, act: ActOf<'escalate'>): StepResult {
  const { policy, facts, at } = context;
  const past = pastTerms(context, act.terms);
  if (past) return past;
  const found = escalateBy(policy, {
    to: act.to,
    reason: act.reason,
    at,
    told: act.digest === null ? null : told(act.terms),
    heard: !facts.ofWatch,
  });
  if (found.outcome === 'refused') return refuse({ code: refusals[found.why] });
  if (found.outcome === 'tell_requester') {
    const { informBy, clause } = found;
    const params = informBy.kind === 'ends' ? { informBy: instant(informBy.at) } : {};
    return refuse({ code: 'escalation.tell_requester', clause, params });
  }
  const { nextUpdate, clause } = found;
  return events(
    {
      kind: 'escalated',
      params: {
        to: act.to,
        digest: act.digest ?? '',
        eta: iso(act.terms.etaAt),
        nextUpdateBy: nextUpdate.kind === 'ends' ? instant(nextUpdate.at) : null,
        clause,
        priority: developmentPriority(policy.pack, facts.plan ?? undefined) !== null,
      },
    },
    ...(act.digest === null ? [] : firstResponse(context, 'registered_and_started')),
  );
}

/** News of what was handed over; the next ones come due anew. */
export function inform(context: StepContext, act: ActOf<'inform'>): StepResult {
  const { policy, state, at } = context;
  if (act.digest === null) return refuse({ code: 'words.needed' });
  const past = pastTerms(context, act.terms);
  if (past) return past;
  const rule = policy.pack.escalation;
  const waits = state.status === 'escalated' && rule;
  const next = waits
    ? nextUpdateOf(policy, rule, act.terms.nextUpdateAt ?? undefined, at)
    : undefined;
  return events(
    {
      kind: 'requester_informed',
      params: {
        eta: iso(act.terms.etaAt),
        nextUpdateBy: next?.kind === 'ends' ? instant(next.at) : iso(act.terms.nextUpdateAt),
      },
    },
    ...firstResponse(context, 'consultation'),
  );
}

/** Those whom it was handed to have given it back. */
export const takeBack = (): StepResult => events({ kind: 'returned', params: {} });

/** What needs a new version waits for it. Its day is told, and told again when it moves. */
export function planRelease(context: StepContext, act: ActOf<'plan_release'>): StepResult {
  if (act.digest === null) return refuse({ code: 'words.needed' });
  if (act.on < vendorDate(context.policy, context.at))
    return refuse({ code: 'instant.past', fields: ['on'] });
  return events(
    { kind: 'release_planned', params: { on: act.on, version: act.version } },
    ...firstResponse(context, 'consultation'),
  );
}

/** The version that a ticket waited for is out. */
export const shipRelease = (_: StepContext, { version }: ActOf<'ship_release'>): StepResult =>
  events({ kind: 'release_shipped', params: { version } });

const told = ({ etaAt, nextUpdateAt }: ToldTerms) => ({
  ...(etaAt === null ? {} : { etaAt }),
  ...(nextUpdateAt === null ? {} : { nextUpdateAt }),
});

function pastTerms(
  { at }: StepContext,
  { etaAt, nextUpdateAt }: ToldTerms,
): StepResult | undefined {
  const isPast = (told: number | null) => told !== null && told <= at;
  const past = [
    ...(isPast(etaAt) ? ['eta'] : []),
    ...(isPast(nextUpdateAt) ? ['nextUpdateBy'] : []),
  ];
  return past.length > 0 ? refuse({ code: 'instant.past', fields: past }) : undefined;
}

const iso = (at: number | null): string | null => (at === null ? null : instant(at));
