import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openCuttingWay, type CuttingWay } from '#test/support/cutting-way.ts';
import { diceOf } from '#test/support/dice.ts';
import { lostRun } from '#test/support/lost-run.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

const runs = Number(process.env['LOST_RUNS'] ?? 30);
const seed = Number(process.env['LOST_SEED'] ?? 20_261_123);

let database: TestDatabase;
let stage: Stage;
let way: CuttingWay;
beforeAll(async () => {
  database = await testDatabase();
  stage = await setStage(database);
  way = await openCuttingWay(stage.server.url);
});
afterAll(async () => {
  await way?.close();
  await stage?.strike();
  await database?.drop();
});

test(
  `${runs} requests with the way cut and the tab killed at any step: one ticket each, files whole (LOST_SEED=${seed})`,
  async () => {
    const deps = { way, client: database.client, browser: stage.browser };
    for (let run = 0; run < runs; run += 1) {
      const name = `Проба ${seed} ${run} конец`;
      const { story, ...came } = await lostRun(deps, diceOf(seed + run), name);

      if (run % 50 === 49) console.log(`${run + 1} of ${runs}: one ticket each, files whole`);
      expect({ run, story, ...came }).toEqual({
        run,
        story,
        tickets: 1,
        filesWhole: true,
        left: [],
      });
    }
  },
  runs * 130_000,
);
