import { createInterface } from 'node:readline';
import { connect } from '#server/db/connect.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { describeRefusal } from '#server/db/refusals.ts';

// Stands for the server in tests of the embedded database: bundled, it runs from any folder and as
// any user. Says in one line of JSON how the start went, then answers lines on standard input.

const say = (value: unknown) => console.log(JSON.stringify(value));
const log = { info: () => undefined, warn: (message: string) => console.error(message) };

const [dataRoot = ''] = process.argv.slice(2);
const started = await startEmbedded({ dataRoot, log });
if (!started.ok) {
  say({ refusal: describeRefusal(started.failure) });
  process.exit(1);
}
const { url, adopted, stateDir, stop } = started.value;
const { client, close } = connect({ url, poolSize: 2 });
await client.unsafe('create table if not exists notes (id serial)');
say({ adopted, stateDir });

const commands: Record<string, () => Promise<unknown>> = {
  insert: () => client.unsafe('insert into notes default values returning id'),
  count: async () => (await client.unsafe('select count(*) as n from notes'))[0]?.['n'],
  settings: async () =>
    (
      await client.unsafe(
        `select current_setting('fsync') as fsync, current_setting('listen_addresses') as tcp,
         lower('ЗАЯВКА') as lower, current_setting('timezone') as timezone`,
      )
    )[0],
  stop: async () => {
    await close();
    await stop();
  },
};
for await (const line of createInterface({ input: process.stdin })) {
  say(await commands[line]?.().catch((error: unknown) => ({ error: String(error) })));
  if (line === 'stop') break;
}
process.exit(0);
