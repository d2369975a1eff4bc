import { beforeAll, expect, test } from 'vitest';
import { runChaos } from '#test/chaos/run-chaos.ts';
import { buildVictim } from '#test/chaos/victim.ts';

const seed = 20_261_123;
beforeAll(buildVictim);

test('a server that is killed ten times under load loses nothing it acknowledged and does nothing twice', async () => {
  const report = await runChaos({ kills: 10, seed });

  expect(report.violations).toEqual([]);
  expect(report.refusals).toEqual([]);
  expect(report.tickets).toBeGreaterThan(30);
  expect(report.words).toBeGreaterThan(30);
  expect(report.timers).toBeGreaterThan(100);
  expect(report.letters).toBeGreaterThan(30);
  expect(Object.keys(report.acts).length).toBeGreaterThan(4);
}, 300_000);

test.each([
  ['acknowledges before it commits', 'writer', /^ticket HST-\d+: acknowledged and lost$/],
  ['does what a deadline calls for outside of its mark', 'timers', /^timer .+: fired \d+ times$/],
] as const)(
  'a server that %s is found out',
  async (_what, broken, violation) => {
    const { violations } = await runChaos({ kills: 4, seed, broken });

    expect(violations.filter((told) => violation.test(told)).length).toBeGreaterThan(0);
  },
  300_000,
);
