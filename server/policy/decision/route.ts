import type { Decision } from '#shared/wire/decision.ts';
import type { Entitlement } from './entitlement.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Question } from './question.ts';

/** Which way a request goes: straight in, over a bridge to its official channel, or to a contract. */
export function routeOf(
  { entitlement: rule, widget }: PolicyPack,
  arrival: Question['arrival'],
  entitlement: Entitlement,
): Decision['route'] {
  if (entitlement.effect === 'contract_route' && rule.contractRoute) {
    return { kind: 'contract', ...rule.contractRoute };
  }
  if (!widget.bridge) return { kind: 'official', channel: 'widget', clause: widget.clause };
  const kind = arrival === 'widget' ? 'bridge' : 'official';
  return { kind, channel: widget.bridge, clause: widget.clause };
}
