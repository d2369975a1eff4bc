import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { connect, type Connection } from '#server/db/connect.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { portalHttp } from '#server/features/portals/portal-http.ts';
import { savePortalApp } from '#server/features/portals/portals.repository.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import { systemIds } from '#server/ids.ts';
import { createSecretBox } from '#server/secret-box.ts';
import { benchWorld, type BenchWorld } from '#test/bench/portals/bench-world.ts';
import { oauthNames, toThisMachine } from '#test/bench/portals/names.ts';
import { startCluster } from '#test/support/cluster.ts';
import { keepPortals, type KnownPortal } from '#test/support/many-portals.ts';
import { recordedApp } from '#test/support/portal-world.ts';
import { root } from '#test/support/sources.ts';

export const vendor = 'didox24';
const secretKey = 'A'.repeat(43);

/** A server, its database and a Bitrix24, each in processes of their own. */
export interface BenchStage {
  readonly url: string;
  readonly world: BenchWorld;
  readonly known: readonly KnownPortal[];
  readonly app: PortalAppRow;
  readonly connection: Connection;
  /** Seconds of a core that the server has used since it started. */
  cpuSeconds(): number;
  /** What another server beside it would work with, over a pool of its own. */
  another(connection: Connection): PortalDeps;
  connectAnother(): Connection;
  close(): Promise<void>;
}

/** @param portals so many of them, each with the app */
export async function benchStage(portals: number): Promise<BenchStage> {
  const cluster = await startCluster('embedded');
  const world = await benchWorld();
  const dataDir = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/bench/portals/server-process.ts'],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: cluster.url,
        SECRET_KEY: secretKey,
        DATA_DIR: dataDir,
        PORT: '0',
        LOG_LEVEL: 'error',
        PROXIES: '1',
        BENCH_PORT: String(world.port),
        BENCH_CA: world.ca,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await addressOf(server.stdout);
  server.stdout.resume();
  const connection = connect({ url: cluster.url });
  const secretBox = createSecretBox(Buffer.from(secretKey, 'base64url'));
  const { clientId, clientSecret, code } = recordedApp();
  const app: PortalAppRow = {
    tenantId: vendor,
    clientId,
    code,
    sealedSecret: secretBox.seal(clientSecret, appSecretPlace(vendor)),
    createdAt: new Date(),
  };
  await savePortalApp(connection.db, app);
  const known = await world.ask('portals', { count: portals });
  const deps = {
    ids: systemIds,
    now: Date.now,
    secretBox,
    log: pino({ level: 'silent' }),
    portalHttp: portalHttp({ ca: world.ca, ...toThisMachine }),
    oauthHosts: {
      east: `https://${oauthNames.east}:${world.port}`,
      west: `https://${oauthNames.west}:${world.port}`,
    },
  };
  await keepPortals({ ...deps, db: connection.db }, vendor, known);
  return {
    url,
    world,
    known,
    app,
    connection,
    cpuSeconds: () => cpuSecondsOf(server.pid ?? 0),
    another: ({ db }) => ({ ...deps, db }),
    connectAnother: () => connect({ url: cluster.url }),
    async close() {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      await connection.close();
      await world.close();
      await cluster.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      said += String(chunk);
      const found = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    output.once('end', () => reject(new Error('the server did not start')));
  });
}

/** Linux counts in hundredths of a second. */
function cpuSecondsOf(pid: number): number {
  const behindName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(behindName[11]) + Number(behindName[12])) / 100;
}
