import { work } from '#test/support/publications/worker.ts';
import type { World } from '#test/support/publications/world.ts';

const kinds = `'announcement.deliver', 'survey_wave.send', 'release.ship'`;
const mostMinutes = 90;

/** Lets workers go on that nothing befalls, until nothing is left to tell. */
export async function drain(world: World): Promise<void> {
  for (let minute = 0; minute < mostMinutes; minute += 1) {
    await work(world);
    const [left] = await world.rows.database.client.unsafe<{ amount: number }[]>(
      `select (select count(*) from timers where state = 'armed' and kind in (${kinds}))::int
         + (select count(*) from outbox where state = 'waiting')::int as amount`,
    );
    if (left?.amount === 0) return;
    world.pass(1);
  }
  throw new Error('publications are not told to the end');
}
