import { expect, test } from 'vitest';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { emptyDraft } from '#widget/controllers/draft.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { Order } from '#widget/controllers/order.ts';
import { openKeeper } from '#widget/keeping/keeper.ts';
import { thisDevice } from '#widget/keeping/person.ts';
import { memoryRecords } from '#widget/keeping/records.ts';
import { orderWithoutSecrets } from '#widget/keeping/secrets.ts';
import { keyedStorage } from '#widget/storage.ts';
import { fakeStorage } from '#test/support/fake-storage.ts';

const day = 24 * 3_600_000;

/** One browser: what is kept in it, its marks, and a clock that is turned by hand. */
function browser() {
  const clock = { now: Date.parse('2026-11-22T13:00:00Z') };
  const storage = fakeStorage();
  const records = memoryRecords(() => clock.now);
  const marks = keyedStorage('sample', () => storage);
  const open = () => openKeeper({ records, marks, now: () => clock.now });
  return { clock, storage, records, marks, open };
}

const written = { ...emptyDraft, category: 'bug', answers: { did: 'Открыл отчёт' } };
const file = (localId: string, bytes = 3): KeptFile => ({
  localId,
  name: `${localId}.png`,
  blob: new Blob([new Uint8Array(bytes).fill(7)], { type: 'image/png' }),
});
const orderOf = (files: readonly KeptFile[]): Order => ({
  key: 'key-1',
  person: thisDevice,
  ticket: { category: 'bug', answers: { did: 'Открыл отчёт' }, locale: 'ru' },
  files: files.map(({ localId, name }) => ({ localId, name })),
  draft: written,
});
const withNames = (files: readonly KeptFile[]) => ({
  ...written,
  fileNames: files.map(({ name }) => name),
});
const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index));

test('text and files come back whole on a later page, and leave a mark without content', async () => {
  const { open, storage, clock } = browser();
  const files = [{ ...file('a'), hidden: 2 }];
  await (await open()).keepDraft(thisDevice, { draft: withNames(files), files }, []);

  const kept = await (await open()).draft(thisDevice);
  expect(kept?.draft.answers).toEqual(written.answers);
  expect(kept?.files).toMatchObject([{ localId: 'a', name: 'a.png', hidden: 2 }]);
  expect(kept?.files[0]?.blob.type).toBe('image/png');
  expect(new Uint8Array((await kept?.files[0]?.blob.arrayBuffer())!)).toEqual(
    new Uint8Array([7, 7, 7]),
  );
  expect(keysOf(storage)).toEqual(['reglament:sample:kept']);
  expect(storage.getItem('reglament:sample:kept')).toBe(String(clock.now));
});

test('what another person has written is not there', async () => {
  const { open } = browser();
  const keeper = await open();
  await keeper.keepDraft('anna', { draft: written, files: [] }, []);

  expect(await keeper.draft('boris')).toBeUndefined();
  await keeper.keepDraft('boris', { draft: emptyDraft, files: [] }, []);
  expect((await keeper.draft('anna'))?.draft.answers).toEqual(written.answers);
});

test('a draft with nothing in it, and a file that was taken out, are forgotten', async () => {
  const { open, records, storage } = browser();
  const keeper = await open();
  const files = [file('a'), file('b')];
  await keeper.keepDraft(thisDevice, { draft: withNames(files), files }, []);
  await keeper.keepDraft(thisDevice, { draft: withNames([files[1]!]), files: files.slice(1) }, []);
  expect([...(await records.ids())].toSorted()).toEqual(['device/draft', 'device/file/b']);

  await keeper.keepDraft(thisDevice, { draft: emptyDraft, files: [] }, []);
  expect(await records.ids()).toEqual([]);
  expect(storage.length).toBe(0);
});

test('a request takes the place of its draft, and leaves nothing behind once it is delivered', async () => {
  const { open, records, storage } = browser();
  const keeper = await open();
  const files = [file('a')];
  await keeper.keepDraft(thisDevice, { draft: withNames(files), files }, []);
  const order = orderOf(files);
  await keeper.begin(thisDevice, order, files);
  expect(await keeper.draft(thisDevice)).toBeUndefined();
  expect(storage.getItem('reglament:sample:sending')).toBe('1');

  await keeper.goOn(thisDevice, { ...order, body: '{"whole":true}' });
  const later = await open();
  expect(await later.waiting(thisDevice)).toEqual([{ key: 'key-1' }]);
  const kept = await later.order(thisDevice, { key: 'key-1' });
  expect(kept?.order.body).toBe('{"whole":true}');
  expect(kept?.files.map(({ name }) => name)).toEqual(['a.png']);

  await later.forget(thisDevice, order);
  expect(await records.ids()).toEqual([]);
  expect(storage.length).toBe(0);
});

test('a refused request is a draft again, with its files', async () => {
  const { open } = browser();
  const keeper = await open();
  const files = [file('a')];
  await keeper.begin(thisDevice, orderOf(files), files);
  await keeper.giveBack(thisDevice, orderOf(files));

  expect(await keeper.waiting(thisDevice)).toEqual([]);
  const kept = await keeper.draft(thisDevice);
  expect(kept?.draft.answers).toEqual(written.answers);
  expect(kept?.files).toHaveLength(1);
});

test('what is older than a week is let go of at the next opening, to the minute', async () => {
  const { open, clock, records } = browser();
  await (await open()).keepDraft(thisDevice, { draft: written, files: [] }, []);
  clock.now += 7 * day;
  await open();
  expect(await records.ids()).toHaveLength(1);

  clock.now += 1;
  const keeper = await open();
  expect(await records.ids()).toEqual([]);
  expect(await keeper.draft(thisDevice)).toBeUndefined();
});

test('a file that cannot be read is named, the rest comes back', async () => {
  const { open, records } = browser();
  const files = [file('a'), file('b')];
  const keeper = await open();
  await keeper.keepDraft(thisDevice, { draft: withNames(files), files }, []);
  await records.change([['device/file/a', undefined]]);

  const kept = await keeper.draft(thisDevice);
  expect(kept?.lost).toEqual(['a.png']);
  expect(kept?.files.map(({ name }) => name)).toEqual(['b.png']);
});

test('where room runs out the oldest files go, but none of a request on its way nor of this draft', async () => {
  const { open, records, clock } = browser();
  const keeper = await open();
  const half = 24 * 1024 * 1024;
  const sent = [file('sent', half)];
  await keeper.begin(thisDevice, orderOf(sent), sent);
  clock.now += 1;
  const hers = [file('hers', half)];
  await keeper.keepDraft('anna', { draft: withNames(hers), files: hers }, []);
  clock.now += 1;
  const his = [file('his', half)];
  await keeper.keepDraft('boris', { draft: withNames(his), files: his }, []);

  expect((await records.ids()).filter((id) => id.includes('/file/'))).toEqual([
    'device/file/sent',
    'boris/file/his',
  ]);
  expect((await keeper.draft('anna'))?.lost).toEqual(['hers.png']);
});

test('a file that was still being made as the page went is named', async () => {
  const { open } = browser();
  const draft = { ...written, fileNames: ['фото.heic', 'a.png'] };
  await (await open()).keepDraft(thisDevice, { draft, files: [file('a')] }, []);

  expect((await (await open()).draft(thisDevice))?.lost).toEqual(['фото.heic']);
});

test('a reply lies beside the request in the making, for its own request alone', async () => {
  const { open, records } = browser();
  const keeper = await open();
  const reply = { ...emptyDraft, answers: { text: 'Вот снимок' } };
  const files = [file('r')];
  const parcel = { ...orderOf(files), to: 'tkt_1', key: 'key-2', draft: reply };
  await keeper.keepDraft(thisDevice, { draft: written, files: [] }, []);
  await keeper.keepDraft(thisDevice, { draft: reply, files }, [], 'tkt_1');
  expect(await keeper.draft(thisDevice, 'tkt_2')).toBeUndefined();
  expect((await keeper.draft(thisDevice, 'tkt_1'))?.draft.answers).toEqual(reply.answers);

  await keeper.begin(thisDevice, parcel, files);
  expect(await keeper.draft(thisDevice, 'tkt_1')).toBeUndefined();
  expect((await keeper.draft(thisDevice))?.draft.answers).toEqual(written.answers);
  expect(await keeper.waiting(thisDevice)).toEqual([{ key: 'key-2', to: 'tkt_1' }]);
  expect((await keeper.order(thisDevice, parcel))?.files).toHaveLength(1);
  await keeper.giveBack(thisDevice, parcel);
  expect((await keeper.draft(thisDevice, 'tkt_1'))?.files).toHaveLength(1);
  await keeper.begin(thisDevice, parcel, files);
  await keeper.forget(thisDevice, parcel);
  expect(await records.ids()).toEqual(['device/draft']);
});

const fields: WidgetField[] = (
  [
    ['did', 'text'],
    ['connection', 'secret'],
  ] as const
).map(([id, kind]) => ({
  id,
  kind,
  label: '',
  requirement: 'asked',
  clause: '1',
  group: 'contact',
}));

test('what the form asks in secret is kept nowhere on the device', async () => {
  const { open, records } = browser();
  const keeper = await open();
  const answers = { did: 'Открыл отчёт', connection: 'zQ7-4711' };
  const draft = { ...written, answers };
  await keeper.keepDraft(thisDevice, { draft, files: [] }, fields);
  expect((await keeper.draft(thisDevice))?.draft.answers).toEqual({ did: 'Открыл отчёт' });

  const order = { ...orderOf([]), draft, body: JSON.stringify({ answers }) };
  const bare = orderWithoutSecrets({ ...order, ticket: { ...order.ticket, answers } }, fields);
  await keeper.begin(thisDevice, bare, []);
  for (const id of await records.ids())
    expect(new TextDecoder().decode(await records.read(id))).not.toContain('4711');
  expect(bare).toMatchObject({ withheld: true, ticket: { answers: { did: 'Открыл отчёт' } } });
  expect(bare.body).toBeUndefined();
});

test('what an earlier release kept in plain is taken over once, for whoever it was', async () => {
  const { open, storage, records } = browser();
  storage.setItem('reglament:sample:draft', JSON.stringify({ answers: { did: 'по-старому' } }));
  const { person: _person, draft: _draft, ...past } = orderOf([]);
  storage.setItem('reglament:sample:sending', JSON.stringify({ ...past, signed: true }));
  const keeper = await open();
  await keeper.adopt(thisDevice);
  expect((await keeper.draft(thisDevice))?.draft.answers).toEqual({ did: 'по-старому' });
  expect(await keeper.waiting(thisDevice)).toEqual([]);

  await keeper.adopt('anna');
  expect(await keeper.waiting('anna')).toEqual([{ key: 'key-1' }]);
  expect((await keeper.order<Order>('anna', { key: 'key-1' }))?.order.ticket).toEqual(past.ticket);
  expect(JSON.stringify(keysOf(storage).map((name) => storage.getItem(name!)))).not.toContain(
    'отчёт',
  );
  expect(await records.ids()).toHaveLength(2);
});

test('plain text that cannot be read is as good as none', async () => {
  const { open, storage } = browser();
  storage.setItem('reglament:sample:draft', '{"answers":');
  const keeper = await open();
  await keeper.adopt(thisDevice);

  expect(await keeper.draft(thisDevice)).toBeUndefined();
});

test('a tab that was killed between what it kept and its mark leaves no wrong mark behind', async () => {
  const { open, marks, records } = browser();
  marks.set('sending', '1');
  marks.set('kept', '1');
  await open();
  expect([marks.get('sending'), marks.get('kept')]).toEqual([undefined, undefined]);

  await (await open()).begin(thisDevice, orderOf([]), []);
  marks.remove('sending');
  await open();
  expect(marks.get('sending')).toBe('1');
  expect(await records.ids()).toHaveLength(1);
});

test('what another tab has marked as kept is not marked anew by whoever only looks', async () => {
  const { open, marks, clock } = browser();
  await (await open()).keepDraft(thisDevice, { draft: written, files: [] }, []);
  const before = marks.get('kept');
  clock.now += 1000;
  await open();

  expect(marks.get('kept')).toBe(before);
});
