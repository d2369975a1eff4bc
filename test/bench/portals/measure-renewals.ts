import { inArray, sql } from 'drizzle-orm';
import { portalTokens } from '#server/features/portals/portals.table.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { vendor, type BenchStage } from '#test/bench/portals/bench-stage.ts';
import type { WorldCounts } from '#test/bench/portals/world-process.ts';
import type { KnownPortal } from '#test/support/many-portals.ts';

/** What it took until all who wanted a token had one. */
export interface RenewalFigures {
  readonly wanted: number;
  /** Who got none. */
  readonly without: number;
  readonly slowestMs: number;
  readonly asked: WorldCounts;
  /** Statements of others at the same two pools meanwhile, milliseconds. */
  readonly statementsMs: readonly number[];
}

/** Lets two servers want the token of each of some portals so many times at once, all of which have ended. */
export async function measureRenewals(
  stage: BenchStage,
  some: readonly KnownPortal[],
  eachAtEach: number,
): Promise<RenewalFigures> {
  const { connection, world } = stage;
  await connection.db
    .update(portalTokens)
    .set({ expiresAt: sql`now()`, refusedAs: null })
    .where(
      inArray(
        portalTokens.memberId,
        some.map(({ memberId }) => memberId),
      ),
    );
  await world.ask('asked', null);
  const connections = [stage.connectAnother(), stage.connectAnother()];
  const statementsMs: number[] = [];
  let over = false;
  const others = connections.map(async ({ client }) => {
    while (!over) {
      const started = performance.now();
      await client.unsafe('select $1::int', [1]);
      statementsMs.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const started = performance.now();
  let [without, slowestMs] = [0, 0];
  const wanted = connections.flatMap((own) => {
    const deps = stage.another(own);
    return some.flatMap(({ memberId }) =>
      Array.from({ length: eachAtEach }, async () => {
        const token = await usableToken(deps, stage.app, { tenantId: vendor, memberId });
        slowestMs = Math.max(slowestMs, performance.now() - started);
        if (!token.ok) without += 1;
      }),
    );
  });
  await Promise.all(wanted);
  over = true;
  await Promise.all(others);
  for (const { close } of connections) await close();
  const asked = await world.ask('asked', null);
  return { wanted: wanted.length, without, slowestMs, asked, statementsMs };
}
