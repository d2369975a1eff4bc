import { expect, test } from 'vitest';
import { succeed } from '#shared/result.ts';
import { changeStream } from '#server/features/changes/change-stream.ts';
import type { ChangeReader, LiveChanges } from '#server/features/changes/live-changes.ts';

/** A desk with one place, that says when it was left. */
function oneReader() {
  const seen: { reader?: ChangeReader; left: number } = { left: 0 };
  const changes: LiveChanges = {
    join: (reader) => {
      seen.reader = reader;
      return succeed(() => void (seen.left += 1));
    },
    look: () => {},
    close: () => {},
  };
  return { seen, changes };
}
const wishes = { tenantId: 'modme', requesterId: 'rqr_1', after: undefined, beatMs: 5 };

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

test('whose key was taken away, or whose token is over, is let go at the next beat', async () => {
  const { seen, changes } = oneReader();
  let beats = 0;
  const stream = changeStream(changes, {
    ...wishes,
    stillKnown: async () => (beats += 1) < 3,
  });
  const text = stream.ok ? await textOf(stream.value) : '';

  expect(text).toMatch(/^: welcome\n\n(: beat\n\n){3,}$/);
  expect(seen.left).toBe(1);
});

test('a doubt whether somebody is known ends nothing', async () => {
  const { seen, changes } = oneReader();
  let beats = 0;
  const stream = changeStream(changes, {
    ...wishes,
    stillKnown: async () => {
      beats += 1;
      if (beats === 3) seen.reader?.ended();
      throw new Error('the database is away');
    },
  });

  expect(stream.ok && (await textOf(stream.value)).match(/beat/g)?.length).toBeGreaterThanOrEqual(
    3,
  );
});

test('a reader who reads nothing is let go before what waits for them fills the memory', () => {
  const { seen, changes } = oneReader();
  changeStream(changes, { ...wishes, beatMs: 60_000, stillKnown: async () => true });
  let told = 0;
  while (seen.left === 0 && told < 10_000) {
    told += 1;
    seen.reader?.told({ seq: told, ticketId: 'tck_1', requesterId: 'rqr_1' });
  }

  expect(seen.left).toBe(1);
  expect(told).toBeLessThan(2000);
});
