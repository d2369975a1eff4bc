import type { Notice } from '#shared/wire/decision.ts';
import { bridgeOf } from '#server/policy/pack/official-channels.ts';
import type { Findings } from './findings.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { type Policy, vendorDay } from '#server/policy/packs.ts';

/** What the requester should know about this request, the most decisive first. */
export function noticesOf(policy: Policy, findings: Findings): Notice[] {
  const { pack } = policy;
  return [
    ...editionNotice(policy, findings),
    ...entitlementNotice(pack, findings),
    ...scopeNotice(policy, findings),
    ...bridgeNotice(pack, findings),
    ...missingNotice(pack, findings),
    ...standingNotices(policy, findings),
  ];
}

function editionNotice(policy: Policy, { question }: Findings): Notice[] {
  const { validFromDay } = policy;
  return validFromDay !== null && vendorDay(policy, question.receivedAt) < validFromDay
    ? [{ code: 'edition_not_yet_in_force', clause: policy.pack.editionClause }]
    : [];
}

function entitlementNotice({ entitlement: rule }: PolicyPack, findings: Findings): Notice[] {
  const { state, effect } = findings.entitlement;
  if (state === 'entitled') return [];
  if (effect === 'contract_route') {
    return [{ code: 'contract_needed', clause: findings.route.clause, nextStep: rule.nextStep }];
  }
  if (state === 'lapsed') {
    return [{ code: 'entitlement_lapsed', clause: rule.clause, nextStep: rule.nextStep }];
  }
  const nextStep = state === 'unverified' ? ({ code: 'sign_in' } as const) : rule.nextStep;
  return [{ code: 'entitlement_unverified', clause: rule.clause, nextStep }];
}

function scopeNotice({ outReasons }: Policy, { scope }: Findings): Notice[] {
  const out = scope.reason === undefined ? undefined : outReasons.get(scope.reason);
  if (!out) return [];
  const code = out.thirdParty ? 'third_party' : 'out_of_scope';
  return [{ code, clause: out.clause, nextStep: out.nextStep }];
}

function bridgeNotice({ channels }: PolicyPack, { route }: Findings): Notice[] {
  if (route.kind !== 'bridge') return [];
  const channel = bridgeOf(channels, route.channel);
  const code = route.channel === 'mail' ? 'bridge_mail' : 'bridge_chat';
  const nextStep = {
    code: 'write_to_channel' as const,
    ...(channel ? { href: channel.href } : {}),
  };
  return [{ code, clause: route.clause, nextStep }];
}

function missingNotice({ intake }: PolicyPack, { missing: [first] }: Findings): Notice[] {
  return first && intake.completeness !== 'note'
    ? [{ code: 'missing_asked', clause: first.clause }]
    : [];
}

function standingNotices({ pack, desk }: Policy, { question, guaranteed }: Findings): Notice[] {
  const holds = {
    outside_hours_not_guaranteed: desk !== null && !desk.schedule.isOpen(question.receivedAt),
    not_guaranteed: !guaranteed,
    no_resolution_term: true,
  } as const;
  return pack.notices.filter(({ code }) => holds[code]);
}
