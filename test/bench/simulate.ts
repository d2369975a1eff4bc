import { connect } from '#server/db/connect.ts';
import { migrate } from '#server/db/migrate.ts';
import { simulateStored } from '#server/features/policies/simulate-stored.ts';
import { startCluster } from '#test/support/cluster.ts';
import { policyOf } from '#test/support/policies.ts';
import { policyWith } from '#test/support/pack-variants.ts';
import { storeTickets } from '#test/support/stored-tickets.ts';

/**
 * `npm run bench:simulate`: how long another edition takes over 10,000 stored tickets, reading them
 * from PostgreSQL included. The slowest of the rounds counts, and that is the first: a command runs
 * once, before anything is warm.
 */

const count = 10_000;
const limitSeconds = 3;
const rounds = 3;

const from = Date.UTC(2025, 11, 1);
const period = { since: new Date(from), until: new Date(Date.UTC(2027, 0, 1)) };
const current = policyOf('modme');
const next = policyWith({
  edition: '2026-12-01',
  editionDate: '2026-12-01',
  validFrom: '2026-12-01',
  cases: current.pack.cases.slice(0, 1),
  clocks: {
    firstResponse: { kind: 'fixed', target: { value: 4, unit: 'businessHour' }, clause: '9' },
  },
});

const cluster = await startCluster('embedded');
const migrated = await migrate(cluster.url);
if (!migrated.ok) throw new Error(JSON.stringify(migrated.failure));
const connection = connect({ url: cluster.url });
try {
  await storeTickets(connection.db, current, { count, from });
  const terms = { next, own: () => current, now: period.until.getTime() };
  let slowest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const summary = await simulateStored(connection.db, terms, period, 10);
    const seconds = (performance.now() - start) / 1000;
    slowest = Math.max(slowest, seconds);
    console.log(
      `${summary.tickets} tickets in ${seconds.toFixed(2)} s: ${summary.changed} decided otherwise,` +
        ` late ${summary.late.before} → ${summary.late.after}, uncertain ${summary.uncertain}`,
    );
    if (summary.tickets !== count || summary.uncertain > 0) process.exitCode = 1;
  }
  console.log(`slowest ${slowest.toFixed(2)} s (limit ${limitSeconds} s)`);
  if (slowest > limitSeconds) process.exitCode = 1;
} finally {
  await connection.close();
  await cluster.remove();
}
