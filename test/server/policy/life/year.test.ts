import { describe, expect, test } from 'vitest';
import { compilePolicy, type Policy } from '#server/policy/packs.ts';
import { simulateYear } from '#test/support/life/simulated-year.ts';
import { yearInMemory } from '#test/support/life/year-in-memory.ts';
import { readYear, type YearReport } from '#test/support/life/year-report.ts';
import { calendarYears, packFiles, policyOf } from '#test/support/policies.ts';

const seed = Number(process.env['YEAR_SEED'] ?? 20_260_112);
const tickets = Number(process.env['YEAR_TICKETS'] ?? 1000);

async function yearOf(policy: Policy): Promise<YearReport> {
  const world = yearInMemory(policy, seed);
  const { end, done, refused } = await simulateYear(world, policy, { seed, tickets });
  const report = readYear(policy, world.tickets, end);
  if (process.env['YEAR_TICKETS']) console.log(policy.pack.vendor, { ...report, done, refused });
  expect(report.tickets).toBe(tickets);
  expect(report.breaches > 0).toBe(report.promises > 0);
  expect(Object.keys(report.ends).length).toBeGreaterThan(2);
  if (process.env['YEAR_TICKETS']) console.log(policy.pack.vendor, { ...report, done, refused });
  return report;
}

describe(`a year of ${tickets} tickets, seed ${seed}: a reader of the log finds the same status, waits, breaches, outcomes and who ended them`, () => {
  test.each(packFiles.map((file) => file.split('.')[0] ?? ''))('%s', async (vendor) => {
    const { ends } = await yearOf(policyOf(vendor));

    expect(Object.keys(ends).filter((name) => name.endsWith(' system'))).toEqual([]);
  });

  test('Мои документы онлайн, were silence to end tickets by itself', async () => {
    const { pack } = policyOf('moidokumenty');
    if (!pack.autoClose) throw new Error('it ends tickets for silence');
    const autoClose = { ...pack.autoClose, mode: 'auto' as const };
    const { ends } = await yearOf(compilePolicy({ ...pack, autoClose }, calendarYears));

    expect(ends['no_answer system']).toBeGreaterThan(0);
  });
});
