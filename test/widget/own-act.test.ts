import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { Answer, ApiFailure } from '#widget/api/answer.ts';
import { sendOwnAct } from '#widget/controllers/own-act.ts';

async function sent(answers: Answer<unknown>[], left = false) {
  const asked: [string, string][] = [];
  const waits: ApiFailure['code'][] = [];
  const pauses: number[] = [];
  const answer = await sendOwnAct({
    act: { act: 'withdraw' },
    key: 'k',
    send: (body, key) => {
      asked.push([body, key]);
      return Promise.resolve(answers[asked.length - 1]!);
    },
    pause: (seconds) => Promise.resolve(void pauses.push(seconds)),
    waiting: ({ code }) => void waits.push(code),
    left: async () => left,
  });
  return { asked, waits, pauses, answer };
}

test('what has no answer is sent again under the same key until there is one', async () => {
  const offline = fail({ code: 'offline' as const });
  const away = fail({ code: 'service.unavailable' as const });
  const { asked, waits, pauses, answer } = await sent([offline, away, succeed({})]);

  expect(answer.ok).toBe(true);
  const once = ['{"act":"withdraw"}', 'k'];
  expect(asked).toEqual([once, once, once]);
  expect(waits).toEqual(['offline', 'service.unavailable']);
  expect(pauses).toHaveLength(2);
});

test('what had no answer is not sent again in the name of somebody else', async () => {
  const { asked, answer } = await sent([fail({ code: 'offline' }), succeed({})], true);

  expect(asked).toHaveLength(1);
  expect(answer.ok).toBe(false);
});

test('a refusal is final', async () => {
  const { asked, answer } = await sent([fail({ code: 'act.not_allowed' })]);

  expect(asked).toHaveLength(1);
  expect(answer).toEqual(fail({ code: 'act.not_allowed' }));
});
