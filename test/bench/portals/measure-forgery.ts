import { createHash } from 'node:crypto';
import { vendor, type BenchStage } from '#test/bench/portals/bench-stage.ts';
import { openLoop, type LoadRequest } from '#test/bench/portals/open-loop.ts';

/** Calls to the OAuth servers that forged entries made of us. */
export async function measureForgery(
  { world, url }: BenchStage,
  count: number,
  from: 'one network' | 'everywhere',
): Promise<number> {
  const [form] = await world.ask('forms', { from: 0, count: 1 });
  if (!form) throw new Error('no portal to forge an entry of');
  await world.ask('asked', null);
  await openLoop(url, 100, forged(form, count, from));
  return (await world.ask('asked', null)).madeUpTokens;
}

function* forged(
  { query, body }: { readonly query: string; readonly body: string },
  count: number,
  from: 'one network' | 'everywhere',
): Generator<LoadRequest> {
  for (let at = 0; at < count; at += 1) {
    const posted = new URLSearchParams(body);
    const digits = createHash('md5').update(`${from} ${at}`).digest('hex');
    posted.set('AUTH_ID', digits + digits);
    posted.set('member_id', digits);
    const network = from === 'one network' ? '9.9.9.9' : `9.${at >> 8}.${at & 255}.9`;
    yield {
      path: `/b24/${vendor}/app${query}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': network,
      },
      body: posted.toString(),
    };
  }
}
