import { beforeEach, expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { Answer } from '#widget/api/answer.ts';
import { emptyDraft, type Draft } from '#widget/controllers/draft.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import type { FormDesk } from '#widget/controllers/form-desk.ts';
import { createOutgoing } from '#widget/controllers/outgoing.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { openKeeper } from '#widget/keeping/keeper.ts';
import { memoryRecords, type Records } from '#widget/keeping/records.ts';
import { keyedStorage } from '#widget/storage.ts';
import { fakeStorage } from '#test/support/fake-storage.ts';
import { sampleReceipt } from '#test/support/widget-host.ts';

let records: Records;
let marks: ReturnType<typeof keyedStorage>;
/** What tabs do alone, by name: the last in each line. */
const lines = new Map<string, Promise<void>>();
let ids: number;
beforeEach(() => {
  ids = 0;
  records = memoryRecords(() => 0);
  const storage = fakeStorage();
  marks = keyedStorage('sample', () => storage);
  lines.clear();
});

/** One tab of the browser that all tabs of a test share; `who` signs in and out. */
function tab(who = 'anna') {
  const page = {
    who,
    draft: emptyDraft as Draft,
    files: [] as readonly KeptFile[],
    coming: [] as readonly KeptFile[],
    touched: false,
    fields: (['did', 'got'] as const).map((id): WidgetField => ({
      id,
      kind: 'text',
      label: id,
      requirement: 'required',
      clause: '3.1',
      group: 'story',
    })),
    shelf: { change: () => undefined },
    states: [] as Submission[],
    posts: [] as { body: string; key: string }[],
    /** Ends the pause that lasts. */
    goOn: undefined as (() => void) | undefined,
    /** How often what the page has recorded was forgotten. */
    forgotten: 0,
    /** What the person is told of all that is written, in order. */
    told: [] as string[],
    /** Resolves the post that waits for its answer. */
    answer: undefined as ((answer?: Answer<TicketReceipt>) => void) | undefined,
  };
  const form = Object.assign(page, {
    show(draft: Draft, files: readonly KeptFile[]) {
      Object.assign(page, { draft, files, touched: false });
    },
  }) satisfies FormDesk;
  const outgoing = createOutgoing({
    api: {
      upload: async ({ name }) => succeed({ id: `id-of-${name}` }),
      openTicket: (body, key) => {
        page.posts.push({ body, key });
        return new Promise((resolve) => {
          page.answer = (answer = succeed(sampleReceipt('SMP-1', 'subject'))) => resolve(answer);
        });
      },
    },
    keeper: openKeeper({ records, marks, now: () => 0 }),
    person: async () => page.who,
    pause: () => new Promise((resolve) => (page.goOn = resolve)),
    goOnNow: () => page.goOn?.(),
    alone: (name, act) => {
      const turn = (lines.get(name) ?? Promise.resolve()).then(act);
      lines.set(name, turn);
      return turn;
    },
    form,
    changed: (state) => {
      page.states.push(state);
      if (state.phase === 'delivered') form.show(emptyDraft, []);
    },
    newId: () => `key-${(ids += 1)}`,
    forget: () => (page.forgotten += 1),
    kept: (all) => page.told.push(all ? 'kept' : 'coming'),
  });
  const write = async (text: string) => {
    page.draft = { ...page.draft, answers: { got: text } };
    page.touched = true;
    await outgoing.keep();
  };
  const send = () => outgoing.send('ru', {});
  const text = () => page.draft.answers['got'] ?? '';
  return { page, outgoing, write, send, text, phase: () => page.states.at(-1)?.phase };
}

/** A tab that has sent this and waits for the answer. */
async function sending(text: string, files: readonly KeptFile[] = []) {
  const sender = tab();
  sender.page.files = files;
  await sender.write(text);
  void sender.send();
  await expect.poll(() => sender.page.posts.length).toBe(1);
  return sender;
}

test('a request that its tab could not finish is finished by a later one, once and with its files', async () => {
  const first = await sending('сумма не та', [
    { localId: 'a', name: 'a.png', blob: new Blob(['x']) },
  ]);
  lines.clear();

  const later = tab();
  await later.outgoing.resume();
  await expect.poll(() => later.page.posts).toEqual(first.page.posts);
  expect(later.text()).toBe('сумма не та');
  later.page.answer?.();
  await expect.poll(later.phase).toBe('delivered');
  expect(await records.ids()).toEqual([]);
});

test('of two requests that closed tabs left behind the next page delivers one after the other, each once', async () => {
  for (const text of ['первое', 'второе']) await sending(text);
  lines.clear();

  const later = tab();
  await later.outgoing.resume();
  for (const sent of [1, 2]) {
    await expect.poll(() => later.page.posts.length).toBe(sent);
    later.page.answer?.();
  }
  await expect.poll(() => later.page.states.filter((s) => s.phase === 'delivered').length).toBe(2);
  await Promise.all(lines.values());

  expect(later.page.posts.map(({ key }) => key).sort()).toEqual(['key-1', 'key-2']);
  expect(await records.ids()).toEqual([]);
});

test('one that the browser cannot forget is not delivered over and over', async () => {
  await sending('сумма не та');
  lines.clear();
  const { change } = records;
  records = { ...records, change: (all) => change(all.filter(([, bytes]) => bytes)) };

  const later = tab();
  await later.outgoing.resume();
  await expect.poll(() => later.page.posts.length).toBe(1);
  later.page.answer?.();
  await expect.poll(later.phase).toBe('delivered');
  await later.outgoing.resume();
  await Promise.all(lines.values());

  expect(await records.ids()).not.toEqual([]);
  expect(later.page.posts.length).toBe(1);
});

test('of two tabs that find the same request only one sends it', async () => {
  const first = await sending('сумма не та');
  const second = tab();
  await second.outgoing.resume();
  first.page.answer?.();
  await expect.poll(first.phase).toBe('delivered');
  await Promise.all(lines.values());

  expect(second.page.posts).toEqual([]);
  expect(second.phase()).toBeUndefined();
});

test('what one has typed before the kept text came stays, the rest comes back', async () => {
  await tab().write('прежнее');
  const later = tab();
  later.page.draft = { ...emptyDraft, answers: { did: 'новое' } };
  later.page.touched = true;
  await later.outgoing.keep();

  expect(later.page.draft.answers).toEqual({ did: 'новое', got: 'прежнее' });
});

test('what the person has written comes back in place of what the page gives, and older gifts give way', async () => {
  const first = tab();
  first.page.draft = {
    ...emptyDraft,
    answers: { did: 'моё', got: 'счёт 17' },
    given: { did: 'от страницы', got: 'счёт 17' },
    linkedTo: { id: 'a', number: 'SMP-1' },
    consent: '2026-11',
  };
  first.page.touched = true;
  await first.outgoing.keep();

  const later = tab();
  const given = { did: 'от страницы', got: 'счёт 18' };
  later.page.draft = { ...emptyDraft, answers: given, given };
  await later.outgoing.resume();
  expect(later.page.draft).toMatchObject({
    answers: { did: 'моё', got: 'счёт 18' },
    linkedTo: { number: 'SMP-1' },
  });
  // nobody knows whether the same person is there: a box is ticked by hand each time
  expect(later.page.draft.consent).toBeUndefined();
});

test('what the person has emptied is not filled again by the page that gives it', async () => {
  const first = tab();
  const given = { did: 'от страницы', got: 'счёт 17' };
  first.page.draft = { ...emptyDraft, answers: { did: 'от страницы', got: '' }, given };
  first.page.touched = true;
  await first.outgoing.keep();

  const later = tab();
  later.page.draft = { ...emptyDraft, answers: given, given };
  await later.outgoing.resume();
  expect(later.page.draft.answers).toEqual({ did: 'от страницы', got: '' });
});

test('what one has typed before the kept text came is called kept once it is', async () => {
  await tab().write('раньше');
  const later = tab();
  const keeping = later.write('сейчас');
  const { change } = records;
  records.change = async (changes) => {
    await change(changes);
    later.page.told.push('stored');
  };
  await keeping;

  expect(later.page.told.join(' ')).toMatch(/^(coming )*stored kept$/);
});

test('somebody else who signs in finds an empty form, and the request waits for whoever has written it', async () => {
  const shared = tab('anna');
  await shared.write('счёт Анны');
  void shared.send();
  await expect.poll(() => shared.page.posts.length).toBe(1);
  lines.clear();
  const boris = tab('boris');
  await boris.outgoing.resume();
  await boris.write('счёт Бориса');
  expect(boris.page.posts).toEqual([]);

  boris.page.who = 'anna';
  await boris.outgoing.resume();
  await expect.poll(() => boris.page.posts).toEqual(shared.page.posts);
  boris.page.answer?.();
  await expect.poll(boris.phase).toBe('delivered');
  boris.page.who = 'boris';
  await boris.outgoing.resume();
  expect(boris.text()).toBe('счёт Бориса');
});

test.each([
  ['receipt', succeed(sampleReceipt('SMP-1', 'Тайна Анны')), []],
  ['refusal', fail({ code: 'request.invalid' } as const), ['anna/draft']],
])(
  'the %s of one person is shown to no other who has come meanwhile',
  async (_case, answer, left) => {
    const { page, outgoing, text, phase } = await sending('Тайна Анны');
    page.who = 'boris';
    await outgoing.resume();
    page.answer?.(answer);
    await Promise.all(lines.values());

    expect([phase(), text()]).toEqual(['writing', '']);
    expect(page.states.some((state) => ['delivered', 'refused'].includes(state.phase))).toBe(false);
    expect(await records.ids()).toEqual(left);
  },
);

test('another who comes while a request waits for its next attempt can write at once', async () => {
  const { page, outgoing, phase } = await sending('Тайна Анны');
  page.answer?.(fail({ code: 'service.unavailable' }));
  await expect.poll(phase).toBe('waiting');
  page.who = 'boris';
  await outgoing.resume();
  await Promise.all(lines.values());

  expect(phase()).toBe('writing');
  expect(page.posts).toHaveLength(1);
});

test('whoever signs in while their request goes sees its receipt', async () => {
  const one = tab('device');
  await one.write('до входа');
  void one.send();
  await expect.poll(() => one.page.posts.length).toBe(1);
  one.page.who = 'anna';
  await one.outgoing.resume();
  one.page.answer?.();

  await expect.poll(one.phase).toBe('delivered');
});

test('what stands in the form of one person is not sent as another’s, who has come before a press was worked off', async () => {
  const { page, outgoing, write, send, text, phase } = tab('anna');
  await write('счёт Анны');
  page.who = 'boris';
  await send();
  expect([page.posts, text(), phase()]).toEqual([[], '', 'writing']);

  await send();
  expect([page.posts, phase()]).toEqual([[], 'writing']);
  page.who = 'anna';
  await outgoing.resume();
  expect(text()).toBe('счёт Анны');
});

test('what the page has recorded of one person goes with nobody else’s request', async () => {
  const { page, outgoing } = tab('device');
  await outgoing.resume();
  page.who = 'anna';
  await outgoing.resume();
  expect(page.forgotten).toBe(0);

  page.who = 'boris';
  await outgoing.resume();
  await outgoing.resume();
  expect(page.forgotten).toBe(1);
});

test('what was written before signing in goes along with the person, and stays for nobody else', async () => {
  const page = tab('device');
  await page.write('до входа');
  page.page.who = 'anna';
  await page.outgoing.resume();
  await expect.poll(async () => await records.ids()).toEqual(['anna/draft']);
  expect(page.text()).toBe('до входа');

  page.page.who = 'boris';
  await page.outgoing.resume();
  expect(page.text()).toBe('');
});

test('what is sent as somebody signs in stays with the device no more', async () => {
  const { page, outgoing, write, send, text, phase } = tab('device');
  await write('до входа');
  page.who = 'anna';
  void send();
  await expect.poll(() => page.posts.length).toBe(1);
  page.answer?.();
  await expect.poll(phase).toBe('delivered');
  page.who = 'device';
  await outgoing.resume();

  expect(text()).toBe('');
  expect(await records.ids()).toEqual([]);
});

test('what goes along with a person who signs in is kept at every instant, beside what they had kept before', async () => {
  const earlier = tab('anna');
  earlier.page.draft = { ...emptyDraft, answers: { did: 'её' } };
  earlier.page.touched = true;
  await earlier.outgoing.keep();
  const one = tab('device');
  await one.write('до входа');
  const { change } = records;
  const kept: boolean[] = [];
  records.change = async (changes) => {
    await change(changes);
    const texts = await Promise.all((await records.ids()).map((id) => records.read(id)));
    kept.push(texts.some((bytes) => new TextDecoder().decode(bytes).includes('до входа')));
  };
  one.page.who = 'anna';
  await one.outgoing.resume();
  await expect.poll(() => kept.length).toBeGreaterThan(0);
  await expect.poll(async () => (await records.ids()).includes('device/draft')).toBe(false);

  expect(kept).not.toContain(false);
  const later = tab('anna');
  await later.outgoing.resume();
  expect(later.page.draft.answers).toEqual({ did: 'её', got: 'до входа' });
});

test('a tab takes over what another has kept since, unless something was written in it', async () => {
  const [one, other] = [tab(), tab()];
  await one.write('первая');
  await other.outgoing.resume();
  await one.write('первая, дальше');
  await other.outgoing.takeOver();
  expect(other.text()).toBe('первая, дальше');

  await other.write('вторая');
  await one.write('первая, ещё дальше');
  await other.outgoing.takeOver();
  expect(other.text()).toBe('вторая');
});

test.each(['anna', 'device'])(
  'what somebody writes while a request of %s is still on its way stays once that has ended',
  async (former) => {
    const shared = tab(former);
    await shared.write('моё');
    void shared.send();
    await expect.poll(() => shared.page.posts.length).toBe(1);
    expect(shared.outgoing.going).toBe(former);
    shared.page.who = 'boris';
    // as in the form of a panel that has come since
    Object.assign(shared.page, { draft: emptyDraft, files: [], touched: false });
    await shared.outgoing.resume();
    expect(shared.outgoing.going).toBe(former);
    await shared.write('слова Бориса');
    shared.page.answer?.(fail({ code: 'offline' }));
    await expect.poll(() => shared.page.goOn).toBeDefined();
    shared.page.goOn?.();
    await expect.poll(shared.phase).toBe('writing');

    expect(shared.text()).toBe('слова Бориса');
    const later = tab('boris');
    await expect
      .poll(async () => {
        await later.outgoing.takeOver();
        await later.outgoing.resume();
        return later.text();
      })
      .toBe('слова Бориса');
  },
);
