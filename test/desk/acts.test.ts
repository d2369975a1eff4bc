import { describe, expect, test } from 'vitest';
import type { TicketEventView } from '#shared/wire/desk.ts';
import { bodyOfForm, hasForm } from '#desk/acts/act-forms.ts';
import { inMenu, needsForm, shownActs } from '#desk/acts/shown-acts.ts';
import { emptyDraft, type Draft } from '#desk/drafts.ts';
import { bodyOfReply } from '#desk/elements/reply-options.ts';
import { keyOfAct } from '#desk/keys.ts';
import { lifeClockChip } from '#desk/text/life-clock-chip.ts';
import { lifeLine } from '#desk/text/life-line.ts';
import { wordsOf } from '#desk/text/words.ts';
import { aClock, aLife, aTicket } from '#test/support/desk-fixtures.ts';

const ru = wordsOf('ru');

describe('the form of an act', () => {
  test('sends what was filled in, and leaves out what was left empty', () => {
    const handed = { target: 'development', why: ' Журналы ', eta: '2026-12-15T12:00', words: '' };

    expect(bodyOfForm('escalate', handed, null)).toEqual({
      act: 'escalate',
      to: 'development',
      reason: 'Журналы',
      eta: new Date('2026-12-15T12:00').toISOString(),
    });
    expect(bodyOfForm('diagnose', { finding: 'no_error' }, null)).toEqual({
      act: 'diagnose',
      finding: 'no_error',
    });
  });

  test('an appeal is asked for before it is recorded, with its words where they are known', () => {
    expect(hasForm('appeal')).toBe(true);
    expect(bodyOfForm('appeal', { complaint: ' Не согласны ' }, null)).toEqual({
      act: 'appeal',
      text: 'Не согласны',
    });
    expect(bodyOfForm('appeal', {}, null)).toEqual({ act: 'appeal' });
  });

  test('names the other ticket by its number', () => {
    expect(bodyOfForm('merge', { other: ' MOD-12 ' }, null)).toEqual({
      act: 'merge',
      into: 'MOD-12',
    });
    expect(bodyOfForm('link', { other: '7' }, null)).toEqual({ act: 'link', to: '7' });
  });

  test.each([
    ['merged', { into: 'MOD-12' }, 'Объединено с MOD-12'],
    ['absorbed', { from: 'MOD-7' }, 'Сюда присоединено MOD-7'],
    ['unmerged', { from: 'MOD-12' }, 'Больше не объединено с MOD-12'],
    ['separated', { from: 'MOD-7' }, 'MOD-7 снова отдельно'],
    ['linked', { to: 'MOD-3' }, 'Связано с MOD-3'],
  ] as const)('is told in the history with that number: %s', (kind, params, line) => {
    const event: TicketEventView = { at: '2026-11-23T11:31:00.000Z', kind, actor: null, params };
    expect(lifeLine(ru, event, String)).toBe(line);
  });

  test('names what an answer points at', () => {
    const answer = { answer: 'planned', held: '2027-02-01', words: 'Исправим в феврале' };

    expect(bodyOfForm('resolve', answer, 'date')).toEqual({
      act: 'resolve',
      answer: { kind: 'planned', holds: { date: '2027-02-01' } },
      text: 'Исправим в феврале',
    });
  });

  test('is not asked for where a solution has been told already', () => {
    const told = aTicket({ clock: aClock({ state: 'met', metAt: '2026-11-23T11:31:00.000Z' }) });
    const asked = { ...told, choices: { ...told.choices, requiredAnswers: ['planned'] } };

    expect([told, aTicket(), asked].map((ticket) => needsForm(ticket, 'resolve'))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('what is offered', () => {
  test('the next steps stand beside the ticket, the rest in the list, each thing once', () => {
    const ticket = aTicket({ can: ['start_diagnosis', 'escalate', 'refuse', 'resolve', 'assign'] });

    expect(shownActs(ticket)).toEqual(['start_diagnosis', 'escalate']);
    expect(inMenu(ticket)).toEqual(['start_diagnosis', 'escalate', 'refuse', 'assign']);
  });

  test('a ticket that is somebody’s is not offered again, and keys are told by their letters', () => {
    const life = aLife({ assignee: { id: 'a', name: 'Дилшод' } });

    expect(inMenu(aTicket({ can: ['assign'], life }))).toEqual([]);
    expect([keyOfAct('escalate'), keyOfAct('decline')]).toEqual(['E', undefined]);
  });
});

test('a reply says what it is by the regulation and what its kind of answer points at', () => {
  const ticket = aTicket();
  const answers = [{ id: 'article', label: 'Статья', needs: 'article', clause: '3' } as const];
  const known = { ...ticket, choices: { ...ticket.choices, answers } };

  const body = (options: Draft['options'], articles?: Draft['articles']) =>
    bodyOfReply(known, {
      ...emptyDraft,
      ...(options && { options }),
      ...(articles && { articles }),
    });

  expect(body(undefined)).toEqual({ response: 'answer', proposes: false });
  expect(body({ kind: 'article', held: 'KB-1', proposes: true })).toEqual({
    response: 'answer',
    proposes: true,
    answer: { kind: 'article', holds: { article: 'KB-1' } },
  });
  const linked = [{ id: 'art_1', title: 'Долг', href: 'https://a.example/articles/modme/dolg' }];
  expect(body({ kind: 'article' }, linked)).toEqual({
    response: 'answer',
    proposes: false,
    articles: ['art_1'],
    answer: { kind: 'article', holds: { article: linked[0]!.href } },
  });
});

test.each<[TicketEventView['kind'], Record<string, string>, string | undefined]>([
  ['diagnosed', { finding: 'error' }, 'Диагностика: найдена ошибка'],
  [
    'escalated',
    { to: 'Отдел разработки', nextUpdateBy: 'вт 10:00' },
    'Передано: Отдел разработки; следующие новости до вт 10:00',
  ],
  ['closed', { outcome: 'no_answer' }, 'Закрыто: ответа не получили'],
  ['due_breached', { clock: 'next_update' }, 'Срок нарушен: Новости заявителю'],
  ['follow_up_answered', { solved: 'false' }, 'Заявитель ответил, что не решено'],
  ['assigned', {}, 'Теперь ни за кем не закреплено'],
  ['replied', {}, undefined],
])('%s is told in one line', (kind, params, line) => {
  expect(lifeLine(ru, { at: '', kind, actor: null, params }, (at) => at)).toBe(line);
});

test('a clock without a term is only measured, one that is over says so', () => {
  const clock = { kind: 'next_update', dueAt: null, clause: null } as const;

  expect(lifeClockChip(ru, { ...clock, state: 'running', remainingSeconds: null })).toMatchObject({
    tone: 'none',
    text: 'Без срока',
  });
  expect(lifeClockChip(ru, { ...clock, state: 'breached', remainingSeconds: -60 })).toMatchObject({
    tone: 'late',
    label: expect.stringMatching(/^Новости заявителю: срок нарушен/),
  });
});
