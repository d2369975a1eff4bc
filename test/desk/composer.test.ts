import { describe, expect, test } from 'vitest';
import {
  afterSending,
  changeMode,
  draftStore,
  emptyDraft,
  withArticle,
  withoutArticle,
  withoutKey,
} from '#desk/drafts.ts';
import { composerEffect } from '#desk/text/composer-effect.ts';
import { wordsOf } from '#desk/text/words.ts';
import { aClock, aTicket } from '#test/support/desk-fixtures.ts';

const ru = wordsOf('ru');
const written = { ...emptyDraft, texts: { reply: 'Готово', question: '', note: '' } };

describe('who sees it and what it does to the clock', () => {
  test('S0.9.2: a reply stops the first response, a note does not', () => {
    const ticket = aTicket();

    expect(composerEffect(ru, 'reply', ticket)).toBe(
      'Увидит заявитель: виджет. Это первый ответ: его срок остановится.',
    );
    expect(composerEffect(ru, 'note', ticket)).toBe(
      'Увидят только специалисты. Никуда не уйдёт, срок идёт дальше.',
    );
  });

  test('S0.9.2: a question stops it only where the regulation counts it', () => {
    const counted = aTicket({ firstResponseBy: ['reply', 'question'] });
    const uncounted = aTicket({ firstResponseBy: ['reply'] });

    expect(composerEffect(ru, 'question', counted)).toContain('его срок остановится');
    expect(composerEffect(ru, 'question', uncounted)).toContain('его срок идёт дальше');
  });

  test('names the mail where there is one, and no term where none was promised', () => {
    const ticket = aTicket({ clock: aClock({ state: 'none', dueAt: null }) });
    const requester = { ...ticket.requester, email: 'a•••@namuna.example' };

    expect(composerEffect(ru, 'reply', { ...ticket, requester })).toBe(
      'Увидит заявитель: виджет и почта a•••@namuna.example. Точного срока первого ответа нет.',
    );
  });
});

describe('a draft', () => {
  test('points at an article once, at five at most, and keeps them until it is sent', () => {
    const article = (at: number) => ({ id: `art_${at}`, title: `Статья ${at}`, href: `#${at}` });
    const full = [1, 2, 3, 1, 4, 5, 6].map(article).reduce(withArticle, written);
    const ids = full.articles?.map(({ id }) => id);

    expect(ids).toEqual(['art_3', 'art_1', 'art_4', 'art_5', 'art_6']);
    expect(withoutArticle(full, 'art_4').articles).toHaveLength(4);
    expect(withoutKey({ ...full, key: 'k' })).toEqual(full);
    expect(afterSending(full, full).articles).toBeUndefined();
  });

  test('goes along when the mode changes', () => {
    const draft = changeMode(written, 'note');

    expect(draft).toMatchObject({ mode: 'note', texts: { reply: '', note: 'Готово' } });
  });

  test('stays where the other mode already holds a text', () => {
    const both = { ...written, texts: { ...written.texts, note: 'Для своих' } };

    expect(changeMode(both, 'note').texts).toEqual(both.texts);
  });

  test('is cleared by sending, with its files and its key; a note of the same ticket stays', () => {
    const sent = { ...written, key: 'k', texts: { ...written.texts, note: 'Для своих' } };

    expect(afterSending(sent, sent)).toEqual({
      ...emptyDraft,
      texts: { reply: '', question: '', note: 'Для своих' },
    });
  });

  test('keeps words written while it was on its way', () => {
    const now = { ...written, key: 'k', texts: { ...written.texts, reply: 'Готово. И ещё' } };

    expect(afterSending(now, { ...written, key: 'k' })).toEqual(withoutKey(now));
  });
});

describe('the store of drafts', () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  test('survives a reload, each ticket for itself', () => {
    const storage = memory();
    draftStore(storage).write('tck_1', { ...written, key: 'k' });
    const reloaded = draftStore(storage);

    expect(reloaded.read('tck_1')).toEqual({ ...written, key: 'k' });
    expect(reloaded.read('tck_2')).toEqual(emptyDraft);
  });

  test('leaves nothing behind once all is sent', () => {
    const storage = memory();
    const drafts = draftStore(storage);
    drafts.write('tck_1', written);
    drafts.write('tck_1', emptyDraft);

    expect(storage.kept.size).toBe(0);
  });

  test('serves from memory where storage is refused, and reads past a broken record', () => {
    const refused = {
      getItem: () => 'not json',
      setItem: () => {
        throw new Error('refused');
      },
      removeItem: () => {},
    };
    const drafts = draftStore(refused);
    drafts.write('tck_1', written);

    expect(drafts.read('tck_1')).toEqual(written);
    expect(drafts.read('tck_2')).toEqual(emptyDraft);
  });
});
