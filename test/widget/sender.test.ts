import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { Answer } from '#widget/api/answer.ts';
import type { AttachmentView, TicketReceipt } from '#shared/wire/ticket.ts';
import { pendingOrder, type Order } from '#widget/controllers/order.ts';
import { createSender } from '#widget/controllers/sender.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { keyedStorage } from '#widget/storage.ts';
import { sampleReceipt } from '#test/support/widget-host.ts';

const receipt = sampleReceipt('SMP-1', 'subject');
const order: Order = {
  key: 'key-1',
  signed: false,
  ticket: { category: 'bug', answers: { got: 'nothing' }, locale: 'ru' },
  files: [{ localId: 'a', name: 'page.png' }],
};
const picture = { localId: 'a', name: 'page.png', blob: new Blob(['x'], { type: 'image/png' }) };
const view: AttachmentView = { id: 'file-1', name: 'page.png', mediaType: 'image/png', bytes: 1 };

const blocked = () => {
  throw new Error('no storage in this test');
};

/** A sender whose service answers in the given order; the last answer repeats. */
function rig(
  uploads: readonly Answer<AttachmentView>[],
  posts: readonly Answer<TicketReceipt>[],
  storage = keyedStorage('sample', blocked),
) {
  const asked = {
    uploads: 0,
    posts: [] as { body: string; key: string }[],
    pauses: [] as number[],
  };
  const states: Submission[] = [];
  const take = <Value>(list: readonly Value[], index: number) =>
    list[Math.min(index, list.length - 1)] as Value;
  const sender = createSender({
    api: {
      upload: async () => take(uploads, asked.uploads++),
      openTicket: async (body, key) => {
        asked.posts.push({ body, key });
        return take(posts, asked.posts.length - 1);
      },
    },
    storage,
    pause: async (seconds) => void asked.pauses.push(seconds),
    changed: (state) => states.push(state),
    uploading: () => undefined,
  });
  return { sender, asked, states, storage };
}

test('a broken way repeats the same key and the same bytes until the answer', async () => {
  const { sender, asked, storage } = rig(
    [succeed(view)],
    [fail({ code: 'offline' }), fail({ code: 'service.unavailable' }), succeed(receipt)],
  );

  await sender.send(order, [picture]);

  expect(sender.state).toEqual({ phase: 'delivered', receipt, lost: [] });
  expect(asked.posts).toHaveLength(3);
  expect(new Set(asked.posts.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  expect(asked.pauses).toEqual([1, 2]);
  expect(pendingOrder(storage)).toBeUndefined();
});

test('a file that arrived is not sent again when a later step fails', async () => {
  const { sender, asked } = rig(
    [fail({ code: 'offline' }), succeed(view)],
    [fail({ code: 'offline' }), succeed(receipt)],
  );

  await sender.send(order, [picture]);

  expect(asked.uploads).toBe(2);
  expect(JSON.parse(asked.posts[0]?.body ?? '{}').attachments).toEqual(['file-1']);
});

test('a refused file ends the attempt and names the file; nothing stays pending', async () => {
  const { sender, asked, storage } = rig(
    [fail({ code: 'attachment.type_refused' })],
    [succeed(receipt)],
  );

  await sender.send(order, [picture]);

  expect(sender.state).toEqual({
    phase: 'refused',
    failure: { code: 'attachment.type_refused' },
    file: 'a',
  });
  expect(asked.posts).toEqual([]);
  expect(pendingOrder(storage)).toBeUndefined();
});

test('after a reload it goes on with the kept key, and says which files were lost', async () => {
  const before = keyedStorage('sample', blocked);
  before.set('sending', JSON.stringify(order));
  const { sender, asked, states } = rig([succeed(view)], [succeed(receipt)], before);

  sender.resume(false);
  await expect.poll(() => states.at(-1)?.phase).toBe('delivered');

  expect(asked.uploads).toBe(0);
  expect(asked.posts[0]?.key).toBe('key-1');
  expect(sender.state).toEqual({ phase: 'delivered', receipt, lost: ['page.png'] });
});

test('a frozen body is posted as it was, whatever the order says by now', async () => {
  const before = keyedStorage('sample', blocked);
  before.set('sending', JSON.stringify({ ...order, body: '{"frozen":true}' }));
  const { sender, asked, states } = rig([succeed(view)], [succeed(receipt)], before);

  sender.resume(false);
  await expect.poll(() => states.at(-1)?.phase).toBe('delivered');

  expect(asked.posts[0]?.body).toBe('{"frozen":true}');
});

test('what a signed person left waits for the signature', () => {
  const before = keyedStorage('sample', blocked);
  before.set('sending', JSON.stringify({ ...order, signed: true }));
  const { sender, asked } = rig([succeed(view)], [succeed(receipt)], before);

  sender.resume(false);

  expect(sender.state.phase).toBe('writing');
  expect(asked.posts).toEqual([]);
});
