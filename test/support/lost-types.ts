import { connect } from '#server/db/connect.ts';
import { outliveLostTypes } from '#server/db/outlive-lost-types.ts';
import { openLine } from '#test/support/cut-line.ts';

/** `lost-types.ts URL guarded|bare`: a process whose connection is lost while the driver asks for its types. */

const [, , url = '', mode] = process.argv;
if (mode !== 'bare') outliveLostTypes(() => console.log('outlived'));
// the first pieces: the greeting, then the question for the types
for (const piece of [2, 3]) {
  const line = await openLine(url);
  const { client, close } = connect({ url: line.url, poolSize: 1 });
  line.cutAt(piece, false);
  await client.unsafe('select 1').catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  line.close();
  await close();
}
console.log('alive');
void Promise.reject(new Error('a fault of ours'));
