import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openCuttingWay, type CuttingWay } from '#test/support/cutting-way.ts';
import { diceOf } from '#test/support/dice.ts';
import { lostRun } from '#test/support/lost-run.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

const runs = Number(process.env['LOST_RUNS'] ?? 30);
const seed = Number(process.env['LOST_SEED'] ?? 20_261_123);
/** Runs at a time, each with a way, a browser's context and dice of its own. */
const lanes = 2;

let database: TestDatabase;
let stage: Stage;
let ways: CuttingWay[];
beforeAll(async () => {
  database = await testDatabase();
  stage = await setStage(database);
  ways = await Promise.all(Array.from({ length: lanes }, () => openCuttingWay(stage.server.url)));
});
afterAll(async () => {
  await Promise.all(ways?.map((way) => way.close()) ?? []);
  await stage?.strike();
  await database?.drop();
});

test(
  `${runs} requests and replies with the way cut and the tab killed at any step: one each, files whole (LOST_SEED=${seed})`,
  async () => {
    let next = 0;
    const lane = async (way: CuttingWay) => {
      for (let run = next++; run < runs; run = next++) {
        const deps = { way, client: database.client, browser: stage.browser };
        const name = `Проба ${seed} ${run} конец`;
        const { story, ...came } = await lostRun(deps, diceOf(seed + run), name);

        if (run % 50 === 49) console.log(`${run + 1} of ${runs}: one each, files whole`);
        const { written } = came.replies;
        expect({ run, story, ...came }).toEqual({
          run,
          story,
          tickets: 1,
          replies: { written, arrived: written },
          filesWhole: true,
          left: [],
        });
      }
    };
    await Promise.all(ways.map(lane));
  },
  runs * 130_000,
);
