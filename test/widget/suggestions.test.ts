import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { SuggestedArticles } from '#shared/wire/articles.ts';
import type { Answer } from '#widget/api/answer.ts';
import { createSuggestions } from '#widget/controllers/suggestions.ts';

const hit = (id: string): SuggestedArticles['articles'][number] => ({
  id,
  slug: id,
  locale: 'ru',
  title: id,
  summary: '',
  href: `/articles/${id}`,
  similar: false,
});

/** Suggestions whose pauses end and whose answers come when the test says so. */
function rig() {
  const asked: {
    question: string;
    signal: AbortSignal;
    answer: (ids: string[] | null) => Promise<void>;
  }[] = [];
  let pause: (() => void) | undefined;
  let changes = 0;
  const suggestions = createSuggestions({
    ask: (question, signal) =>
      new Promise<Answer<SuggestedArticles>>((resolve) => {
        const answer = async (ids: string[] | null) => {
          resolve(ids ? succeed({ articles: ids.map(hit) }) : fail({ code: 'offline' }));
          await Promise.resolve();
          await Promise.resolve();
        };
        asked.push({ question, signal, answer });
      }),
    afterPause: (run) => {
      pause = run;
      return () => (pause = undefined);
    },
    changed: () => (changes += 1),
  });
  const rest = () => {
    const run = pause;
    pause = undefined;
    run?.();
  };
  return { suggestions, asked, rest, changes: () => changes };
}
const shown = ({ suggestions }: ReturnType<typeof rig>) => suggestions.articles.map(({ id }) => id);

test('only what is written when the writing pauses is asked, and only once', async () => {
  const one = rig();
  for (const question of ['Закр', 'Закрыть', 'Закрыть долг']) one.suggestions.look(question, 'ru');
  one.rest();
  one.suggestions.look('Закрыть долг', 'ru');
  one.rest();
  await one.asked[0]!.answer(['debt']);

  expect(one.asked.map(({ question }) => question)).toEqual(['Закрыть долг']);
  expect(shown(one)).toEqual(['debt']);
  expect(one.suggestions.answered).toBe(true);
});

test('an overtaken question is called off, and its late answer shows nothing', async () => {
  const one = rig();
  one.suggestions.look('Закрыть', 'ru');
  one.rest();
  one.suggestions.look('Открыть счёт', 'ru');
  one.rest();
  const [late, fresh] = one.asked;
  await fresh!.answer(['account']);
  await late!.answer(['debt']);

  expect(late!.signal.aborted).toBe(true);
  expect(shown(one)).toEqual(['account']);
});

test('without a connection what was found stays, and the same words are asked again', async () => {
  const one = rig();
  one.suggestions.look('Закрыть', 'ru');
  one.rest();
  await one.asked[0]!.answer(['debt']);
  one.suggestions.look('Закрыть долг', 'ru');
  one.rest();
  await one.asked[1]!.answer(null);
  one.suggestions.look('Закрыть долг', 'ru');
  one.rest();

  expect(shown(one)).toEqual(['debt']);
  expect(one.asked).toHaveLength(3);
});

test('for too few letters nothing is asked, and what was found for others goes', async () => {
  const one = rig();
  one.suggestions.look('Дол', 'ru');
  one.rest();
  expect([one.asked.length, one.changes()]).toEqual([0, 0]);
  one.suggestions.look('Долг', 'ru');
  one.rest();
  await one.asked[0]!.answer(['debt']);
  one.suggestions.look('', 'ru');

  expect(shown(one)).toEqual([]);
  expect(one.suggestions.answered).toBe(false);
});

test('after the end nothing is asked or shown', async () => {
  const one = rig();
  one.suggestions.look('Закрыть', 'ru');
  one.rest();
  one.suggestions.stop();
  await one.asked[0]!.answer(['debt']);

  expect(shown(one)).toEqual([]);
});

test('another language is another question, asked without a new word', async () => {
  const one = rig();
  one.suggestions.look('Закрыть долг', 'ru');
  one.rest();
  await one.asked[0]!.answer(['debt']);
  one.suggestions.look('Закрыть долг', 'uz');
  one.rest();
  await one.asked[1]!.answer(['qarz']);

  expect(shown(one)).toEqual(['qarz']);
});
