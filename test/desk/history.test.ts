import { describe, expect, test } from 'vitest';
import type { TicketEventView } from '#shared/wire/desk.ts';
import type { MessageView } from '#shared/wire/ticket.ts';
import { changesBetween } from '#desk/text/changes.ts';
import { eventLine } from '#desk/text/event-line.ts';
import { explanationOf } from '#desk/text/explanation.ts';
import { historyOf } from '#desk/text/history.ts';
import { wordsOf } from '#desk/text/words.ts';
import { aClock, aTicket } from '#test/support/desk-fixtures.ts';

const ru = wordsOf('ru');
const at = '2026-11-22T13:20:00.000Z';
const event = (kind: TicketEventView['kind'], change: Partial<TicketEventView> = {}) => ({
  at,
  kind,
  actor: null,
  ...change,
});
const message = (id: string, createdAt = at): MessageView => ({
  id,
  kind: 'request',
  author: 'requester',
  text: '',
  createdAt,
  attachments: [],
});

test('the story is told in order, and a message before what it caused', () => {
  const later = '2026-11-23T11:31:00.000Z';
  const story = historyOf({
    messages: [message('request'), message('reply', later)],
    events: [event('first_responded', { at: later }), event('opened')],
  });

  expect(story.map((entry) => (entry.kind === 'event' ? entry.event.kind : entry.key))).toEqual([
    'opened',
    'request',
    'reply',
    'first_responded',
  ]);
});

describe('a line of the history', () => {
  test('S0.0.1: names the edition that decided and the promise it made', () => {
    expect(eventLine(ru, aTicket(), event('opened'))).toBe(
      'Получено через виджет. Решение по редакции от 25.11.2025: первый ответ до вт 10:00',
    );
  });

  test('names who did it, and the program where one did it in their name', () => {
    const set = { params: { severity: 'high' }, actor: 'Анна' };

    expect(eventLine(ru, aTicket(), event('severity_set', set))).toMatch(/ · Анна$/);
    expect(eventLine(ru, aTicket(), event('severity_set', { ...set, via: 'CRM' }))).toMatch(
      / · Анна, через «CRM»$/,
    );
  });

  test('says of an undated edition when its text was read', () => {
    const ticket = aTicket();
    const decision = { ...ticket.decision, edition: 'undated-2026-08-20' };

    expect(eventLine(ru, { ...ticket, decision }, event('opened'))).toContain(
      'без даты, прочитанной 20.08.2026',
    );
  });

  test('promises nothing for a bridge before the arrival', () => {
    const ticket = aTicket();
    const route = { kind: 'bridge', channel: 'whatsapp', clause: '2.1' } as const;
    const decision = { ...ticket.decision, route };
    const arrived = { ...ticket, decision, events: [event('opened'), event('channel_confirmed')] };

    expect(
      eventLine(ru, { ...ticket, decision, status: 'awaiting_channel' }, event('opened')),
    ).toBe('Записано с номером. Полученным станет, когда придёт в WhatsApp');
    expect(eventLine(ru, arrived, event('opened'))).toBe(
      'Записано с номером в виджете, до прихода в официальный канал',
    );
    expect(eventLine(ru, arrived, event('channel_confirmed'))).toBe(
      'Пришло в WhatsApp: это момент получения. Первый ответ до вт 10:00',
    );
  });

  test('says whether the first reply kept the promise, and who gave it', () => {
    const late = aTicket({ clock: aClock({ state: 'met_late', metAt: at }) });
    const responded = event('first_responded', { actor: 'Специалист 2' });

    expect(eventLine(ru, late, responded)).toBe('Первый ответ дан с опозданием · Специалист 2');
    expect(eventLine(ru, aTicket({ clock: aClock({ state: 'met', metAt: at }) }), responded)).toBe(
      'Первый ответ дан, срок выполнен · Специалист 2',
    );
  });

  test('names the new severity, and leaves out what a bubble tells', () => {
    const set = event('severity_set', { params: { from: 'normal', to: 'critical' } });

    expect(eventLine(ru, aTicket(), set)).toBe('Приоритет: Критичный');
    expect(eventLine(ru, aTicket(), event('replied'))).toBeUndefined();
  });
});

describe('what changed while an agent worked', () => {
  test('is one phrase of all that moved on', () => {
    const before = aTicket({ messages: [message('1')] });
    const after = aTicket({
      status: 'waiting_requester',
      severity: 'high',
      messages: [message('1'), message('2')],
    });

    expect(changesBetween(ru, before, after)).toBe(
      'статус теперь «Ждём заявителя», приоритет теперь «Высокий», 1 новое сообщение',
    );
  });

  test('is said even where nothing that is shown moved', () => {
    expect(changesBetween(ru, aTicket(), aTicket({ version: 2 }))).toBe('запись обновлена');
  });
});

test.each(['ru', 'uz', 'en'] as const)(
  'S0.9.1 DSK: the due instant explains itself in %s, and is silent where none was promised',
  (locale) => {
    const ticket = aTicket();
    const unpromised = { ...ticket.decision.firstResponse, dueAt: null, startsAt: null };
    const decision = { ...ticket.decision, firstResponse: unpromised };

    expect(explanationOf(locale, ticket).length).toBeGreaterThan(40);
    expect(explanationOf(locale, ticket)).not.toMatch(/[{}]/);
    expect(explanationOf(locale, { ...ticket, decision })).toBe('');
  },
);
