import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowDesk } from '#test/support/row-desk.ts';
import { lacksTheKey, marksAfterCommit } from '#test/support/publications/broken.ts';
import { anyCommand, newsAndDeaths } from '#test/support/publications/commands.ts';
import { drain } from '#test/support/publications/drain.ts';
import { expectOnce } from '#test/support/publications/expect-once.ts';
import { begin, smallBatches, type Handlers } from '#test/support/publications/world.ts';

const leftovers: Promise<unknown>[] = [];
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(async () => {
  await Promise.all(leftovers);
  await rows.close();
});

const property = (handlers: Handlers, around = anyCommand) =>
  fc.asyncProperty(fc.commands([...around], { maxCommands: 24, size: 'max' }), async (commands) => {
    const world = await begin(rows, handlers);
    await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
    await drain(world);
    await expectOnce(world);
    leftovers.push(...world.leftovers);
  });

const runs = { numRuns: Number(process.env['PUBLICATION_RUNS'] ?? 12), seed: 20261122 };

test('S0.4.5 JOB, S0.13.1 JOB, S0.13.2 JOB, S3.2.4.1 KB: every publication reaches each addressee once, wherever workers die', async () => {
  await fc.assert(property(smallBatches), runs);
}, 300_000);

test.each([
  ['marks what it told after it has told it', marksAfterCommit],
  ['has no key of mailboxes', lacksTheKey],
])(
  'the same finds out a delivery that %s',
  async (_case, handlers) => {
    const found = await fc.check(property(handlers, newsAndDeaths), {
      ...runs,
      numRuns: 60,
      endOnFailure: true,
    });

    expect(found.failed).toBe(true);
  },
  300_000,
);
