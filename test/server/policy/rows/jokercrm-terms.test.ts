import { expect, test } from 'vitest';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const { resolution } = policy.pack.clocks;

const decide = (category: string, plan: string) =>
  decisionOf(policy, {
    receivedAt: Date.parse('2026-11-24T09:00:00Z'),
    arrival: 'channel',
    category,
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, entitlement: { plan } },
  });

test('S4.2.3.1 POL: that no solution is promised is told by the clause that says so', () => {
  for (const plan of ['rental', 'service', 'extended']) {
    const told = decide('down', plan).notices.find(({ code }) => code === 'no_resolution_term');

    expect(told?.clause).toBe('2.3');
    expect(resolution?.clauses).toContain(told?.clause);
  }
});

test('S4.2.1.5 POL: what the time of a solution depends on, by the clauses that name it', () => {
  expect(resolution?.dependsOn).toEqual(
    expect.arrayContaining(['severity', 'complexity', 'hand_over']),
  );
  expect(resolution?.clauses).toContain('2.1');
});

test('S4.1.1.2 POL: whatever the regulation excludes stays excluded for every plan, orders apart', () => {
  const excluded = policy.pack.intake.categories.flatMap(({ id, out }) => (out ? [id] : []));
  const takenIn = (plan: string) => excluded.filter((id) => decide(id, plan).scope.state === 'in');

  expect(excluded).toHaveLength(7);
  expect(takenIn('rental')).toEqual([]);
  expect(takenIn('service')).toEqual(['custom-development']);
  expect(takenIn('extended')).toEqual(['custom-development']);
});
