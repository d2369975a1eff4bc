import { beforeEach, expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { MessageView } from '#shared/wire/ticket.ts';
import type { Answer } from '#widget/api/answer.ts';
import { createReplies } from '#widget/controllers/replies.ts';
import { openKeeper } from '#widget/keeping/keeper.ts';
import { memoryRecords, type Records } from '#widget/keeping/records.ts';
import { keyedStorage } from '#widget/storage.ts';
import { fakeStorage } from '#test/support/fake-storage.ts';

const most = 5;
const said: MessageView = {
  id: 'msg_1',
  kind: 'reply',
  author: 'requester',
  text: 'Вот снимок',
  createdAt: '2026-11-22T13:20:00.000Z',
  attachments: [],
};

let records: Records;
let storage: ReturnType<typeof keyedStorage>;
let locks: Map<string, Promise<void>>;
let keys: number;
beforeEach(() => {
  const kept = fakeStorage();
  records = memoryRecords(() => 0);
  storage = keyedStorage('sample', () => kept);
  locks = new Map();
  keys = 0;
});

/** One tab of the browser that all tabs of a test share; `who` signs in and out. */
function tab(who = 'anna') {
  const page = {
    who,
    posts: [] as { to: string; body: string; key: string }[],
    uploads: [] as string[],
    /** What the service says to the next posts, in their order; then it takes them. */
    answers: [] as Answer<MessageView>[],
    /** Nothing is answered before it is gone. */
    hold: Promise.resolve(),
  };
  const replies = createReplies({
    api: {
      upload: async ({ name }) => {
        page.uploads.push(name);
        return succeed({ id: `id-of-${name}` });
      },
      reply: async (to, body, key) => {
        page.posts.push({ to, body, key });
        await page.hold;
        return page.answers.shift() ?? succeed(said);
      },
    },
    keeper: openKeeper({ records, marks: storage, now: () => 0 }),
    storage,
    person: async () => page.who,
    pause: async () => undefined,
    alone: (name, act) => {
      const turn = (locks.get(name) ?? Promise.resolve()).then(act);
      locks.set(name, turn);
      return turn;
    },
    newId: () => `id-${(keys += 1)}`,
    changed: () => undefined,
  });
  return { page, replies };
}

const picture = { name: 'a.png', blob: new Blob(['x'], { type: 'image/png' }) };
const isKept = (reply: { readonly kept: boolean }) => expect.poll(() => reply.kept).toBe(true);
/** As a tab that was killed: what it held is free again, what it awaits never comes. */
const killed = () => locks.clear();

test('what is written to one request is kept for it, with its files, and for nobody else', async () => {
  const reply = await tab().replies.to('tkt_1');
  reply.write('Вот снимок');
  void reply.shelf.expect('a.png', Promise.resolve(picture), most);
  await isKept(reply);

  const { page, replies } = tab();
  const later = await replies.to('tkt_1');
  expect([later.text, later.shelf.files.map(({ name }) => name)]).toEqual([
    'Вот снимок',
    ['a.png'],
  ]);
  expect((await replies.to('tkt_2')).text).toBe('');
  page.who = 'boris';
  expect((await replies.to('tkt_1')).text).toBe('');
});

test('a reply goes once, with its files, and leaves nothing behind', async () => {
  const { page, replies } = tab();
  const reply = await replies.to('tkt_1');
  reply.write(' Вот снимок ');
  void reply.shelf.expect('a.png', Promise.resolve(picture), most);
  await isKept(reply);
  await Promise.all([reply.send(), reply.send()]);

  expect(page.posts.map(({ to, body }) => [to, JSON.parse(body)])).toEqual([
    ['tkt_1', { text: 'Вот снимок', attachments: ['id-of-a.png'] }],
  ]);
  expect([reply.text, reply.shelf.files, reply.submission.phase]).toEqual(['', [], 'writing']);
  expect(await records.ids()).toEqual([]);
  expect(storage.get('sending')).toBeUndefined();
});

test('after a broken way the same words go under the same key', async () => {
  const { page, replies } = tab();
  page.answers = [fail({ code: 'offline' }), fail({ code: 'service.unavailable' })];
  const reply = await replies.to('tkt_1');
  reply.write('Вот снимок');
  await reply.send();

  expect(page.posts).toHaveLength(3);
  expect(new Set(page.posts.map((post) => JSON.stringify(post))).size).toBe(1);
});

test('a reply that its tab could not finish is finished by a later one that nobody looks at', async () => {
  const first = tab();
  first.page.hold = new Promise(() => undefined);
  const reply = await first.replies.to('tkt_1');
  reply.write('Вот снимок');
  void reply.send();
  await expect.poll(() => first.page.posts.length).toBe(1);
  expect(storage.get('sending')).toBe('1');
  killed();

  const later = tab();
  await later.replies.resume();
  await expect.poll(() => later.page.posts).toEqual(first.page.posts);
  await expect.poll(() => records.ids()).toEqual([]);
});

test('of two tabs that find the same reply one sends it, and it waits for whoever has written it', async () => {
  const first = tab();
  first.page.hold = new Promise(() => undefined);
  const reply = await first.replies.to('tkt_1');
  reply.write('Вот снимок');
  void reply.send();
  await expect.poll(() => first.page.posts.length).toBe(1);
  killed();
  const boris = tab('boris');
  await boris.replies.resume();
  const [one, other] = [tab(), tab()];
  await Promise.all([one.replies.resume(), other.replies.resume(), one.replies.resume()]);
  await expect.poll(() => records.ids()).toEqual([]);
  await Promise.all(locks.values());

  expect([one, other].flatMap(({ page }) => page.posts)).toHaveLength(1);
  expect(boris.page.posts).toEqual([]);
});

test('a tab takes over what another has written or sent since, unless something was written in it', async () => {
  const [one, other, third] = [tab(), tab(), tab()];
  const reply = await one.replies.to('tkt_1');
  reply.write('Вот');
  await isKept(reply);
  const [shown, written] = [await other.replies.to('tkt_1'), await third.replies.to('tkt_1')];
  written.write('Иное');
  reply.write('Вот снимок');
  await isKept(reply);
  await Promise.all([other.replies.takeOver(), third.replies.takeOver()]);
  expect([shown.text, written.text]).toEqual(['Вот снимок', 'Иное']);

  await reply.send();
  await other.replies.takeOver();
  expect(shown.text).toBe('');
});

test('what was written while a reply of a closed tab went is there again after it', async () => {
  const first = tab();
  first.page.hold = new Promise(() => undefined);
  const sent = await first.replies.to('tkt_1');
  sent.write('Вот снимок');
  void sent.send();
  await expect.poll(() => first.page.posts.length).toBe(1);
  killed();

  const later = tab();
  const reply = await later.replies.to('tkt_1');
  reply.write('И ещё одно');
  await later.replies.resume();
  await expect.poll(() => later.page.posts).toEqual(first.page.posts);
  await expect.poll(() => reply.text).toBe('И ещё одно');
});

test('a refused reply can be written on, and is still there after a reload', async () => {
  const { page, replies } = tab();
  page.answers = [fail({ code: 'ticket.not_found' })];
  const reply = await replies.to('tkt_1');
  reply.write('Вот снимок');
  await reply.send();
  expect(reply.submission).toMatchObject({
    phase: 'refused',
    failure: { code: 'ticket.not_found' },
  });
  expect([reply.text, reply.going]).toEqual(['Вот снимок', false]);
  expect((await tab().replies.to('tkt_1')).text).toBe('Вот снимок');

  await reply.send();
  expect(page.posts).toHaveLength(2);
  expect(page.posts[0]?.key).not.toBe(page.posts[1]?.key);
});

test('a reply waits for a file that is still being made, and takes nothing more meanwhile', async () => {
  const { page, replies } = tab();
  const reply = await replies.to('tkt_1');
  reply.write('Вот снимок');
  let made: (file: typeof picture) => void = () => undefined;
  const making = new Promise<typeof picture>((resolve) => (made = resolve));
  void reply.shelf.expect('a.png', making, most);
  const sent = reply.send();
  void reply.shelf.expect('late.png', Promise.resolve(picture), most);
  expect(page.posts).toEqual([]);
  made(picture);
  await sent;

  expect(page.uploads).toEqual(['a.png']);
});

test('what an earlier release kept in plain is taken over once: words as words, what was sent under its key', async () => {
  storage.set('reply:tkt_1', JSON.stringify({ text: 'по-старому' }));
  storage.set(
    'reply:tkt_2',
    JSON.stringify({ text: 'ушло', key: 'old', uploaded: { a: 'att_1' } }),
  );
  const { page, replies } = tab();
  expect((await replies.to('tkt_1')).text).toBe('по-старому');
  await replies.to('tkt_2');
  await expect
    .poll(() => page.posts)
    .toEqual([
      { to: 'tkt_2', key: 'old', body: JSON.stringify({ text: 'ушло', attachments: ['att_1'] }) },
    ]);

  expect([storage.get('reply:tkt_1'), storage.get('reply:tkt_2')]).toEqual([undefined, undefined]);
});

test('a browser that could not be read a moment ago is read at the next try', async () => {
  const { replies } = tab();
  await replies.to('tkt_2');
  const { read } = records;
  records.read = () => Promise.reject(new Error('the disk is busy'));
  await expect(replies.to('tkt_1')).rejects.toThrow('the disk is busy');
  records.read = read;

  expect((await replies.to('tkt_1')).text).toBe('');
});
