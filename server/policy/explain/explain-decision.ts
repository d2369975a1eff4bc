import type { Decision } from '#shared/wire/decision.ts';
import type { ExplanationSentence } from '#shared/wire/explanation.ts';
import { effectOf } from '#server/policy/decision/entitlement.ts';
import { sentence } from './explain-promise.ts';
import type { Policy } from '#server/policy/packs.ts';

/** Everything that was decided beside the promise, the most decisive first. */
export function explainDecision(policy: Policy, decision: Decision): ExplanationSentence[] {
  const { notices, missing, rights } = decision;
  const early = notices.find(({ code }) => code === 'edition_not_yet_in_force');
  return [
    ...entitlementSentences(policy, decision),
    guaranteeSentence(policy, decision),
    ...(missing.length > 0 ? [sentence('missing', { fields: fieldsOf(policy, missing) })] : []),
    scopeSentence(policy, decision),
    routeSentence(decision),
    ...(rights.length > 0 ? [sentence('rights', { rights: { rights } })] : []),
    ...(early ? [sentence('edition.early', {}, early.clause)] : []),
  ];
}

function entitlementSentences({ pack }: Policy, { entitlement }: Decision): ExplanationSentence[] {
  const { state, clause, validUntil } = entitlement;
  const dated = { entitled: 'entitledUntil', lapsed: 'lapsedOn' } as const;
  const code = validUntil && (state === 'entitled' || state === 'lapsed') ? dated[state] : state;
  const until = validUntil ? { until: { day: validUntil } } : {};
  const effect = effectOf(pack, state);
  return [
    sentence(`entitlement.${code}`, until, clause),
    ...(state === 'entitled' ? [] : [sentence(`effect.${effect}`, {}, clause)]),
  ];
}

/** Without an entitlement nothing else is told; with one, the answers that are still owed. */
function guaranteeSentence(policy: Policy, decision: Decision): ExplanationSentence {
  const { clause, fields } = policy.pack.guarantee;
  if (decision.guaranteed) return sentence('guarantee.holds', {}, clause);
  const owed = decision.missing.filter(({ field }) => fields.includes(field));
  return decision.entitlement.state === 'entitled' && owed.length > 0
    ? sentence('guarantee.fields', { fields: fieldsOf(policy, owed) }, clause)
    : sentence('guarantee.none', {}, clause);
}

function scopeSentence({ outReasons }: Policy, { scope }: Decision): ExplanationSentence {
  const out = scope.reason === undefined ? undefined : outReasons.get(scope.reason);
  return out
    ? sentence('scope.out', { reason: { text: out.text } }, scope.clause)
    : sentence('scope.in', {}, scope.clause);
}

const routeSentence = ({ route: { kind, channel, clause } }: Decision): ExplanationSentence =>
  sentence(`route.${kind}`, { channel: { channel } }, clause);

/** Fields as the form names them; one that the pack no longer has keeps its id. */
const fieldsOf = ({ fields }: Policy, missing: Decision['missing']) => ({
  fields: missing.map(({ field, clause }) => ({
    field,
    clause,
    label: fields.get(field)?.label ?? { ru: field, uz: field, en: field },
  })),
});
