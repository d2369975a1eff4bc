import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findPackagedBinaries } from '#server/db/embedded/binaries.ts';
import { unprivilegedUser } from '#server/db/embedded/state-folder.ts';
import { commandOf } from '#test/support/processes.ts';
import { embeddedHome, users, type Home } from '#test/support/embedded-home.ts';

/** Number of the PostgreSQL that runs on a state folder. */
const postmasterOf = (stateDir: string) =>
  Number(readFileSync(join(stateDir, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
const uidOf = (pid: number) => statSync(`/proc/${pid}`).uid;

describe.each(users)('embedded PostgreSQL from a closed folder, as %s', (user) => {
  let home: Home;
  let state = '';
  beforeAll(async () => {
    home = await embeddedHome(user);
  });
  afterEach(() => home.killHosts());
  afterAll(() => home.remove());

  test('starts on nothing, without TCP, with fsync, in Cyrillic, and never as root', async () => {
    const host = await home.start();
    state = host.hello.stateDir ?? '';

    expect(host.hello.adopted).toBe(false);
    expect(await host.ask('settings')).toEqual({
      fsync: 'on',
      tcp: '',
      lower: 'заявка',
      timezone: 'UTC',
    });
    expect(uidOf(postmasterOf(state))).not.toBe(0);
    expect(statSync(join(state, 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(join(state, 'run')).mode & 0o777).toBe(0o700);
    await host.ask('insert');
    await host.ask('stop');
    expect(existsSync(join(state, 'data/postmaster.pid'))).toBe(false);
  });

  test('starts again on what it has', async () => {
    const host = await home.start();

    expect(host.hello.adopted).toBe(false);
    expect(await host.ask('count')).toBe(1);
    await host.ask('stop');
  });

  test('is adopted after kill -9 of the server, twice, with every row', async () => {
    const first = await home.start();
    const postmaster = postmasterOf(state);
    await first.ask('insert');
    await first.kill();
    const second = await home.start();
    await second.ask('insert');
    await second.kill();
    const third = await home.start();

    expect([second.hello.adopted, third.hello.adopted]).toEqual([true, true]);
    expect(postmasterOf(state)).toBe(postmaster);
    expect(await third.ask('count')).toBe(3);
    await third.ask('stop');
  });

  test('recovers after kill -9 of server and PostgreSQL together', async () => {
    const first = await home.start();
    await first.ask('insert');
    const postmaster = postmasterOf(state);
    await Promise.all([first.kill(), process.kill(postmaster, 'SIGKILL')]);
    const second = await home.start();

    expect(second.hello.adopted).toBe(false);
    expect(await second.ask('count')).toBe(4);
    await second.ask('stop');
  });

  test('a second server on the same folder is refused in one sentence and harms nothing', async () => {
    const first = await home.start();
    const second = await home.start();

    expect(second.hello.refusal).toBe(
      `Another server already runs on the data folder ${home.dataRoot}. Stop it first, or give this one its own DATA_DIR.`,
    );
    expect(second.warnings()).toBe('');
    expect(await first.ask('count')).toBe(4);
    await first.ask('stop');
  });

  test('is started again when it dies under a living server', async () => {
    const host = await home.start();
    const postmaster = postmasterOf(state);
    process.kill(postmaster, 'SIGKILL');

    await vi.waitFor(() => expect(postmasterOf(state)).not.toBe(postmaster), {
      timeout: 15_000,
      interval: 100,
    });
    await vi.waitFor(async () => expect(await host.ask('count')).toBe(4), {
      timeout: 15_000,
      interval: 100,
    });
    await host.ask('stop');
    expect(existsSync(join(state, 'data/postmaster.pid'))).toBe(false);
  });

  test('a number that now belongs to another process does not keep it from starting', async () => {
    const lines = [
      process.pid,
      join(state, 'data'),
      1,
      5432,
      join(state, 'run'),
      '',
      '1 1',
      'ready',
    ];
    const file = join(state, 'data/postmaster.pid');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { uid, gid } = statSync(join(state, 'data'));
    chownSync(file, uid, gid);
    const host = await home.start();

    expect(await host.ask('count')).toBe(4);
    await host.ask('stop');
  });

  test('a data folder of another PostgreSQL is refused in one sentence', async () => {
    const file = join(state, 'data/PG_VERSION');
    writeFileSync(file, '16\n');
    const host = await home.start();
    writeFileSync(file, '18\n');

    expect(host.hello.refusal).toBe(
      `The data folder ${join(state, 'data')} belongs to PostgreSQL 16, and this release runs 18. Move the data with pg_dump, or set DATA_DIR to a new folder.`,
    );
  });

  test('a start killed while it makes the data folder is made up for by the next', async () => {
    rmSync(join(state, 'data'), { recursive: true });
    const child = home.spawn();
    await vi.waitFor(() => expect(readdirSync(state).join()).toMatch(/data\.making/), {
      timeout: 15_000,
      interval: 2,
    });
    child.kill('SIGKILL');
    const host = await home.start();

    expect(await host.ask('count')).toBe(0);
    await host.ask('insert');
    await host.ask('stop');
    expect(readdirSync(state).join()).not.toMatch(/making/);
  });

  test('a half-made data folder is set aside and made anew', async () => {
    rmSync(join(state, 'data/READY'));
    const host = await home.start();

    expect(host.warnings()).toContain('was not complete');
    expect(await host.ask('count')).toBe(0);
    await host.ask('stop');
    expect(existsSync(join(state, 'data.unfinished/PG_VERSION'))).toBe(true);
  });

  test('two servers that start at once on nothing: one runs, one is refused', async () => {
    rmSync(join(state, 'data'), { recursive: true });
    const hosts = await Promise.all([home.start(), home.start()]);

    const [winner, loser] = hosts.toSorted((a) => (a.hello.refusal ? 1 : -1));
    expect(loser?.hello.refusal).toContain('Another server already runs');
    expect(await winner?.ask('count')).toBe(0);
    await winner?.ask('stop');
  });

  test('a data folder that cannot be made is refused in one sentence', async () => {
    const file = join(home.folder, 'file');
    writeFileSync(file, '');
    const host = await home.start(join(file, 'data'));

    expect(host.hello.refusal).toBe(
      `The data folder ${join(file, 'data')} cannot be written (ENOTDIR). Give this user the folder, or set DATA_DIR.`,
    );
    expect(host.warnings()).toBe('');
  });
});

const ordinary = users.at(-1) ?? 'me';

describe(`embedded PostgreSQL as ${ordinary}`, () => {
  test('a path too long for a socket gets a socket folder elsewhere, removed after it', async () => {
    const home = await embeddedHome(ordinary, 'long/'.repeat(20));
    const host = await home.start();
    const file = readFileSync(join(host.hello.stateDir ?? '', 'data/postmaster.pid'), 'utf8');
    const socketFolder = file.split('\n')[4] ?? '';

    expect(socketFolder).not.toContain('long');
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
    await host.ask('insert');
    await host.ask('stop');
    expect(existsSync(socketFolder)).toBe(false);
    await home.remove();
  });

  test('a data folder closed to writing is refused in one sentence', async () => {
    const home = await embeddedHome(ordinary);
    mkdirSync(home.dataRoot);
    const user = ordinary === 'nobody' ? unprivilegedUser() : undefined;
    if (user) chownSync(home.dataRoot, user.uid, user.gid);
    chmodSync(home.dataRoot, 0o500);
    const host = await home.start();

    expect(host.hello.refusal).toContain('cannot be written (EACCES)');
    await home.remove();
  });

  test('the test run takes its database and folder with it', async () => {
    const home = await embeddedHome(ordinary);
    const host = await home.start();
    const postmaster = postmasterOf(host.hello.stateDir ?? '');
    await host.kill();
    expect(commandOf(postmaster)).toContain(home.folder);

    await home.remove();

    await vi.waitFor(() => expect(commandOf(postmaster)).toBe(''));
    expect(existsSync(home.folder)).toBe(false);
  });
});

test('a platform without binaries is known as such', () => {
  expect(findPackagedBinaries('plan9', 'mips')).toBeUndefined();
});
