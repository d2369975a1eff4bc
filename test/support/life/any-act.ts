import fc from 'fast-check';
import type { LifeAct } from '#server/policy/life/life-act.ts';
import { responseKinds } from '#server/policy/pack/clocks.ts';
import type { Policy } from '#server/policy/packs.ts';
import { findings, severities } from '#shared/vocabulary.ts';

const others = fc.constantFrom('tkt_3', 'tkt_4');
const hour = 3_600_000;

/** The receipt of another ticket, with an answer still owed or not. */
const anyReceipt = fc
  .record({
    receivedAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) }),
    dueIn: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
    owed: fc.boolean(),
    broken: fc.boolean(),
  })
  .map(({ receivedAt, dueIn, owed, broken }) => {
    const dueAt = dueIn === null ? null : receivedAt + dueIn * hour;
    const marks = { stoppedAt: null, warnedAt: null, breachedAt: broken ? dueAt : null };
    const warnAt = dueAt === null ? null : dueAt - 1;
    return {
      receivedAt,
      response: owed ? { startedAt: receivedAt, dueAt, warnAt, ...marks } : null,
    };
  });

/** Any act that somebody might ask for under a policy, allowed or not; words mostly said. */
export function anyAct({ pack, outReasons }: Policy): fc.Arbitrary<LifeAct> {
  const digest = fc.option(fc.constant('d'), { nil: null, freq: 9 });
  const told = fc.option(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 5, 1) }), {
    nil: null,
  });
  const terms = fc.record({ etaAt: told, nextUpdateAt: told });
  const of = <Value>(...values: readonly (readonly Value[])[]) => fc.constantFrom(...values.flat());
  const strange = ['nobody-knows'];
  const kinds = [null, 'nobody-knows', ...(pack.answers?.kinds.map(({ id }) => id) ?? [])];
  const answer = fc.option(
    fc.record({
      kind: fc.constantFrom(...kinds),
      holds: fc.constantFrom({}, { version: '2.0' }, { workaround: 'w' }),
    }),
    { nil: null },
  );
  const causes = pack.scope.causes.map(({ id }) => id);
  const reasons = [
    ...outReasons.keys(),
    ...pack.scope.deferReasons.map(({ reason }) => reason),
    ...strange,
  ];
  const to = of(pack.escalation?.targets.map(({ id }) => id) ?? [], strange);
  const spoken = <Kind extends string>(act: Kind) => fc.record({ act: fc.constant(act), digest });
  const bare = <Kind extends string>(act: Kind) => fc.record({ act: fc.constant(act) });
  return fc.oneof(
    fc.record({
      act: fc.constant('reply' as const),
      response: of(['answer'], responseKinds),
      proposes: fc.boolean(),
      answer,
      resolves: fc.boolean(),
      digest,
    }),
    spoken('ask'),
    spoken('note'),
    { weight: 3, arbitrary: spoken('requester_reply') },
    bare('start_diagnosis'),
    fc.record({
      act: fc.constant('diagnose' as const),
      finding: of(findings),
      cause: of<string | null>(causes, strange, [null]),
    }),
    fc.record({ act: fc.constant('set_severity' as const), severity: of(severities) }),
    fc.record({ act: fc.constant('take_up' as const), agent: fc.constant('agt_1') }),
    fc.record({ act: fc.constant('assign' as const), to: of(['agt_1', 'agt_2', null]) }),
    fc.record({
      act: fc.constant('escalate' as const),
      to,
      reason: fc.constantFrom('because', ''),
      terms,
      digest,
    }),
    fc.record({ act: fc.constant('inform' as const), terms, digest }),
    bare('return'),
    fc.record({
      act: fc.constant('plan_release' as const),
      on: fc.constantFrom('2026-01-01', '2027-05-01'),
      version: fc.constant('2.0'),
      digest,
    }),
    fc.record({ act: fc.constant('ship_release' as const), version: fc.constant('2.0') }),
    fc.record({ act: fc.constant('defer' as const), reason: of(reasons), digest }),
    fc.record({ act: fc.constant('refuse' as const), reason: of(reasons), digest }),
    fc.record({ act: fc.constant('refer' as const), cause: of(causes, strange), digest }),
    fc.record({ act: fc.constant('hand_over' as const), to, ref: fc.constant(null), digest }),
    spoken('decline'),
    fc.record({
      act: fc.constant('settle' as const),
      outcome: fc.constantFrom('done' as const, 'noted' as const),
      digest,
    }),
    fc.record({ act: fc.constant('resolve' as const), answer, digest }),
    bare('close_silent'),
    bare('withdraw'),
    bare('mark_spam'),
    bare('reopen'),
    fc.record({
      act: fc.constant('answer_follow_up' as const),
      solved: fc.constantFrom(true, false, null),
      score: fc.constantFrom(1, 5, null),
      digest,
    }),
    bare('finish_follow_up'),
    spoken('appeal'),
    fc.record({ act: fc.constant('complete' as const), fields: fc.constant(['name']), digest }),
    spoken('hear_appeal'),
    fc.record({ act: fc.constant('link' as const), to: fc.constant('tkt_2') }),
    fc.record({ act: fc.constant('merge' as const), into: fc.constant('tkt_2') }),
    bare('unmerge'),
    fc.record({ act: fc.constant('absorb' as const), from: others, receipt: anyReceipt }),
    fc.record({ act: fc.constant('separate' as const), from: others }),
  ) as fc.Arbitrary<LifeAct>;
}
