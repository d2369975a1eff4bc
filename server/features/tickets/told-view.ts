import type { TicketThread } from '#shared/wire/ticket.ts';
import {
  deferredView,
  endingView,
  escalationView,
  type ToldSources,
} from '#server/features/life/life-view.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What a requester was told of how their ticket goes on or ended, in words of its regulation. */
export function toldView(policy: Policy, sources: ToldSources): TicketThread['told'] {
  const { life } = sources.ticket;
  const handed = escalationView(policy, sources);
  return {
    escalation: handed && {
      eta: handed.eta,
      nextUpdateBy: handed.nextUpdateBy,
      clause: handed.clause,
    },
    release: life.status === 'waiting_release' ? life.release : null,
    deferred: deferredView(policy, sources),
    ending: endingView(policy, sources),
    portal: portalView(policy, sources),
  };
}

function portalView({ pack }: Policy, { events }: ToldSources): TicketThread['told']['portal'] {
  const last = events.findLast(({ kind }) => kind === 'portal_probed');
  const { outcome, reason } = last?.params ?? {};
  if (!last || typeof reason !== 'string' || reason === 'held') return null;
  if (outcome !== 'unreachable' && outcome !== 'refused') return null;
  const condition = pack.entitlement.conditions.find(({ shownBy }) => shownBy === 'portal_probe');
  return { at: last.at.toISOString(), outcome, reason, clause: condition?.clause ?? null };
}
