import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { SentFile } from '#widget/api/upload.ts';
import type { Answer } from '#widget/api/answer.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { emptyDraft } from '#widget/controllers/draft.ts';
import type { Order } from '#widget/controllers/order.ts';
import { createSender } from '#widget/controllers/sender.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { sampleReceipt } from '#test/support/widget-host.ts';

const receipt = sampleReceipt('SMP-1', 'subject');
const order: Order = {
  key: 'key-1',
  person: 'device',
  draft: emptyDraft,
  ticket: { category: 'bug', answers: { got: 'nothing' }, locale: 'ru' },
  files: [{ localId: 'a', name: 'page.png' }],
};
const picture = { localId: 'a', name: 'page.png', blob: new Blob(['x'], { type: 'image/png' }) };
const view: SentFile = { id: 'file-1' };

/** A sender whose service answers in the given order; the last answer repeats. */
function rig(
  uploads: readonly Answer<SentFile>[],
  posts: readonly Answer<TicketReceipt>[],
  mine: () => Promise<boolean> = async () => true,
) {
  const asked = {
    uploads: 0,
    posts: [] as { body: string; key: string }[],
    pauses: [] as number[],
    /** What was told to be kept, in order. */
    kept: [] as string[],
  };
  const states: Submission[] = [];
  const take = <Value>(list: readonly Value[], index: number) =>
    list[Math.min(index, list.length - 1)] as Value;
  const note =
    (what: string) =>
    async ({ files, body }: Order) =>
      void asked.kept.push(
        `${what} ${files.map(({ id }) => id ?? '-').join()} ${body ? 'whole' : ''}`,
      );
  const sender = createSender<Order, TicketReceipt>({
    upload: async () => take(uploads, asked.uploads++),
    bodyOf: ({ ticket }, attachments) => ({ ...ticket, attachments }),
    post: async ({ key }, body) => {
      asked.posts.push({ body, key });
      return take(posts, asked.posts.length - 1);
    },
    pause: async (seconds) => void asked.pauses.push(seconds),
    changed: (state) => states.push(state),
    uploading: () => undefined,
    mine,
    keep: note('keep'),
    delivered: note('delivered'),
    refused: note('refused'),
  });
  return { sender, asked, states };
}

test('a broken way repeats the same key and the same bytes until the answer', async () => {
  const { sender, asked } = rig(
    [succeed(view)],
    [fail({ code: 'offline' }), fail({ code: 'service.unavailable' }), succeed(receipt)],
  );

  await sender.run(order, [picture]);

  expect(sender.state).toEqual({ phase: 'delivered', receipt, lost: [] });
  expect(asked.posts).toHaveLength(3);
  expect(new Set(asked.posts.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  expect(asked.pauses).toEqual([1, 2]);
  expect(asked.kept).toEqual(['keep file-1 ', 'keep file-1 whole', 'delivered file-1 whole']);
});

test('a busy service is not asked again before the time it names', async () => {
  const busy = (waitSeconds: number) =>
    fail({ code: 'service.unavailable', params: { waitSeconds } } as const);
  const { sender, asked } = rig(
    [succeed(view)],
    [busy(40), busy(0), busy(9_999), succeed(receipt)],
  );

  await sender.run(order, [picture]);

  expect(asked.pauses).toEqual([40, 2, 300]);
});

test('a file that arrived is not sent again when a later step fails', async () => {
  const { sender, asked } = rig(
    [fail({ code: 'offline' }), succeed(view)],
    [fail({ code: 'offline' }), succeed(receipt)],
  );

  await sender.run(order, [picture]);

  expect(asked.uploads).toBe(2);
  expect(JSON.parse(asked.posts[0]?.body ?? '{}').attachments).toEqual(['file-1']);
});

test('a refused file ends the attempt and names the file; nothing stays pending', async () => {
  const { sender, asked } = rig([fail({ code: 'attachment.type_refused' })], [succeed(receipt)]);

  await sender.run(order, [picture]);

  expect(sender.state).toEqual({
    phase: 'refused',
    failure: { code: 'attachment.type_refused' },
    file: 'a',
  });
  expect(asked.posts).toEqual([]);
  expect(asked.kept).toEqual(['refused - ']);
});

test('a file whose bytes are gone is named with the receipt', async () => {
  const { sender, asked } = rig([succeed(view)], [succeed(receipt)]);

  await sender.run(order, []);

  expect(asked.uploads).toBe(0);
  expect(asked.posts[0]?.key).toBe('key-1');
  expect(sender.state).toEqual({ phase: 'delivered', receipt, lost: ['page.png'] });
});

test('a frozen body is posted as it was, whatever the order says by now', async () => {
  const { sender, asked } = rig([succeed(view)], [succeed(receipt)]);

  await sender.run({ ...order, body: '{"frozen":true}' }, [picture]);

  expect(asked.uploads).toBe(0);
  expect(asked.posts[0]?.body).toBe('{"frozen":true}');
});

test('once somebody else is there it stops, and neither sends nor forgets', async () => {
  const { sender, asked } = rig([succeed(view)], [succeed(receipt)], async () => false);

  await sender.run(order, [picture]);

  expect(sender.state.phase).toBe('writing');
  expect(asked).toMatchObject({ uploads: 0, posts: [], kept: [] });
});

test('while the host cannot say who is there it waits', async () => {
  let asks = 0;
  const { sender, asked } = rig([succeed(view)], [succeed(receipt)], async () => {
    asks += 1;
    if (asks === 1) throw new Error('no session');
    return true;
  });

  await sender.run(order, [picture]);

  expect(asked.pauses).toEqual([1]);
  expect(sender.state.phase).toBe('delivered');
});

test('a request without its secrets that the server had with them is not sent again as new', async () => {
  const { sender, asked } = rig([succeed(view)], [fail({ code: 'idempotency_key.reused' })]);

  await sender.run({ ...order, files: [], withheld: true }, []);

  expect(sender.state.phase).toBe('writing');
  expect(asked.kept.at(-1)).toContain('delivered');
});

test('halves of characters and NUL, which no database stores, go nowhere', async () => {
  const { sender, asked } = rig([], [succeed(receipt)]);
  const answers = { got: '\u{1F600}'.slice(0, 1) + 'п\u0000усто \u{1F600}' };

  await sender.run({ ...order, ticket: { ...order.ticket, answers }, files: [] }, []);

  expect(JSON.parse(asked.posts[0]!.body)).toMatchObject({ answers: { got: 'пусто \u{1F600}' } });
});
