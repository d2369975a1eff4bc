import type { LifeAct } from '#server/policy/life/life-act.ts';
import { hasEnded, type LifeState } from '#server/policy/life/life-state.ts';
import type { Policy } from '#server/policy/packs.ts';
import { vendorDate } from '#server/policy/packs.ts';
import { findings, severities } from '#shared/vocabulary.ts';
import type { Dice } from '#test/support/dice.ts';

/** `arrive`: the message of a bridge has come; its terms are counted by whoever runs the year. */
export type Wanted = LifeAct | 'arrive';

const digest = 'd';
const dayMs = 86_400_000;

/** What an agent thinks of doing with a ticket, the likeliest first. The rules may say no. */
export function agentWants(policy: Policy, state: LifeState, dice: Dice, at: number): Wanted[] {
  const { status, followUp, appealedTo } = state;
  if (hasEnded(state)) {
    if (followUp === 'person') return [{ act: 'finish_follow_up' }];
    return appealedTo === null ? [] : [{ act: 'hear_appeal', digest }];
  }
  switch (status) {
    case 'awaiting_channel':
      return [dice.chance(0.9) ? 'arrive' : { act: 'mark_spam' }];
    case 'waiting_requester':
      return [{ act: 'close_silent' }, { act: 'note', digest }];
    case 'escalated':
      return dice.chance(0.5)
        ? [{ act: 'return' }]
        : [{ act: 'inform', terms: { etaAt: null, nextUpdateAt: at + 2 * dayMs }, digest }];
    case 'waiting_release':
      return [{ act: 'ship_release', version: '2.0' }];
    default:
      return [dice.pick(work(policy, state, dice, at)), ...ending(policy, state), answer];
  }
}

const answer: Extract<LifeAct, { act: 'reply' }> = {
  act: 'reply',
  response: 'answer',
  proposes: true,
  answer: null,
  resolves: false,
  digest,
};

function work(
  policy: Policy,
  state: LifeState,
  dice: Dice,
  at: number,
): readonly [LifeAct, ...LifeAct[]] {
  const { pack } = policy;
  const causes = pack.scope.causes.map(({ id }) => id);
  const cause = causes[dice.whole(0, causes.length)] ?? null;
  const reasons = [...policy.outReasons.keys()];
  const target = pack.escalation?.targets[0]?.id ?? 'nobody';
  const deferred = pack.scope.deferReasons[0]?.reason ?? 'none';
  return [
    { act: 'ask', digest },
    { act: 'ask', digest },
    answer,
    { ...answer, proposes: false },
    { act: 'start_diagnosis' },
    state.diagnosisStartedAt === null
      ? { act: 'start_diagnosis' }
      : { act: 'diagnose', finding: dice.pick(findings), cause },
    { act: 'set_severity', severity: dice.pick(severities) },
    state.severity === 'critical' ? { act: 'take_up', agent: 'agt_1' } : answer,
    {
      act: 'escalate',
      to: target,
      reason: 'because',
      terms: { etaAt: null, nextUpdateAt: at + 3 * dayMs },
      digest,
    },
    { act: 'plan_release', on: vendorDate(policy, at + 9 * dayMs), version: '2.0', digest },
    { act: 'defer', reason: deferred, digest },
    { act: 'refuse', reason: reasons[dice.whole(0, reasons.length - 1)] ?? 'none', digest },
    { act: 'refer', cause: cause ?? 'none', digest },
    { act: 'note', digest },
    ...ending(policy, state),
    ...ending(policy, state),
  ];
}

/** What would end it well. */
function ending({ pack, categories }: Policy, { category, cause }: LifeState): LifeAct[] {
  const known = categories.get(category);
  if (known?.type === 'proposal')
    return [
      { act: 'hand_over', to: pack.escalation?.targets[0]?.id ?? 'development', ref: null, digest },
      { act: 'decline', digest },
    ];
  if (known?.feedback) return [{ act: 'settle', outcome: 'done', digest }];
  const needed = pack.answers?.required.find((required) => required.cause === cause);
  const kind = needed?.oneOf[0] ?? null;
  const needs = pack.answers?.kinds.find(({ id }) => id === kind)?.needs;
  const holds = { version: '2.0', ...(needs ? { [needs]: '2.0' } : {}) };
  return [{ act: 'resolve', answer: { kind, holds }, digest }];
}

/** What a requester means to do after something has happened to their ticket, and how much later. */
export function requesterWants(state: LifeState, dice: Dice): { after: number; act: LifeAct }[] {
  const after = dice.whole(600_000, 7 * dayMs);
  const reply = { act: 'requester_reply', digest } as const;
  if (state.waiting) {
    if (dice.chance(0.6)) return [{ after, act: reply }];
    return dice.chance(0.1) ? [{ after, act: { act: 'withdraw' } }] : [];
  }
  if (hasEnded(state)) {
    const late = after + dice.whole(0, 20) * dayMs;
    if (state.followUp !== null && dice.chance(0.4)) {
      const solved = dice.chance(0.8);
      return [
        { after, act: { act: 'answer_follow_up', solved, score: dice.whole(1, 5), digest: null } },
      ];
    }
    if (dice.chance(0.08)) return [{ after: late, act: reply }];
    return dice.chance(0.03) ? [{ after: late, act: { act: 'appeal', digest } }] : [];
  }
  return dice.chance(0.05)
    ? [{ after, act: dice.chance(0.8) ? reply : { act: 'appeal', digest } }]
    : [];
}
