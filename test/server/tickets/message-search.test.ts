import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageHits } from '#shared/wire/message-search.ts';
import { agents } from '#server/features/agents/agents.table.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { codeOf } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let desk: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  desk = await rowDesk();
});
afterAll(() => desk.close());

const search = async (vendor: string, q: string, more = '') =>
  (await (
    await desk.get(vendor, `/message-search?q=${encodeURIComponent(q)}${more}`)
  ).json()) as MessageHits;
const asks = (vendor: string, words: string, category?: string) =>
  desk.open(vendor, category, { answers: { did: words } });

describe('words are found in whatever way they are written', () => {
  test.each([
    ['Касса Жирафик не пускает', 'жирафик'],
    ['Счёт-фактура зелёная', 'ЗЕЛЕНАЯ'],
    ['Отчёты сломались', 'сломанные отчет'],
    ['Toʻlovlarni koʻrmayapman', "to'lov"],
    ['Ҳисобот очилмаяпти', 'hisobotlar'],
    ['Kassa ochilmayapti', 'касса очилмаяпти'],
  ])('«%s» by «%s»', async (words, question) => {
    const { receipt } = await asks('modme', words);
    const { messages } = await search('modme', question);

    expect(messages.map(({ ticket }) => ticket.number)).toContain(receipt.number);
  });

  test('a message needs every word', async () => {
    await asks('modme', 'Фиолетовый бегемот');

    expect((await search('modme', 'фиолетовый носорог')).messages).toEqual([]);
    expect((await search('modme', 'бегемот фиолетовый')).messages).toHaveLength(1);
    expect((await search('modme', '?!')).messages).toEqual([]);
  });
});

test('replies and notes are found too, with the place where the words stand', async () => {
  const ticket = await asks('technokad', 'Начало', 'error');
  await desk.answer(ticket, { kind: 'note', text: 'Спросить про Аметист у коллег' });
  await desk.answer(ticket, { kind: 'reply', text: 'Обновите аметист.' });
  const { messages } = await search('technokad', 'аметист');

  expect(messages.map(({ kind }) => kind).toSorted()).toEqual(['note', 'reply']);
  for (const { excerpt, marks } of messages) {
    expect(excerpt.slice(...marks[0]!).toLowerCase()).toBe('аметист');
  }
});

test('pages go from the newest to the oldest and stay steady while messages come', async () => {
  const made: string[] = [];
  for (let minute = 0; minute < 5; minute += 1) {
    await desk.at(`2026-11-20T09:0${minute}:00Z`);
    made.push((await asks('jokercrm', 'Топаз')).receipt.number);
  }
  const first = await search('jokercrm', 'топаз', '&limit=2');
  await desk.at('2026-11-20T09:09:00Z');
  await asks('jokercrm', 'Топаз позже');
  const second = await search('jokercrm', 'топаз', `&limit=2&after=${first.next}`);
  const third = await search('jokercrm', 'топаз', `&limit=2&after=${second.next}`);

  expect(
    [first, second, third].flatMap(({ messages }) => messages.map(({ ticket }) => ticket.number)),
  ).toEqual(made.toReversed());
  expect(third.next).toBeNull();
  const wrong = await desk.get('jokercrm', '/message-search?q=x&after=nonsense');
  expect(await codeOf(wrong)).toEqual([400, 'request.invalid']);
});

test('a report of a vulnerability is not found by who may not see it', async () => {
  const { database } = desk;
  const ticket = await asks('didox24', 'Изумрудная дыра', 'vulnerability');
  expect((await search('didox24', 'изумрудная')).messages.map(({ ticket: one }) => one.id)).toEqual(
    [ticket.id],
  );
  await database.db
    .insert(agents)
    .values({ tenantId: 'didox24', id: 'head', name: 'Head', role: 'head' } as never);

  expect((await search('didox24', 'изумрудная')).messages).toEqual([]);
});

test('what was erased is not found, and no row of the search is left of it', async () => {
  const ticket = await asks('moidokumenty', 'Секретный сапфир');
  await desk.answer(ticket, { kind: 'reply', text: 'Сапфир получили' });
  const rows = () =>
    desk.database.client.unsafe(`select 1 from message_search where ticket_id = '${ticket.id}'`);
  expect(await rows()).toHaveLength(2);
  await eraseContent(desk.server.deps, { tenantId: ticket.vendor, ticketId: ticket.id });

  expect((await search('moidokumenty', 'сапфир')).messages).toEqual([]);
  expect(await rows()).toEqual([]);
});

test('a desk finds none of another', async () => {
  await asks('modme', 'Оникс');

  expect((await search('technokad', 'оникс')).messages).toEqual([]);
});
