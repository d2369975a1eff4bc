import { startCluster } from '#test/support/cluster.ts';

// A test run that starts its PostgreSQL and is then killed; see test/server/db/killed-run.test.ts.
const cluster = await startCluster('embedded');
console.log(JSON.stringify({ url: cluster.url, parentPid: cluster.parentPid }));
setInterval(() => undefined, 60_000);
