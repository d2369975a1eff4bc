import { expect, test } from 'vitest';
import { scrubAddress, scrubContext } from '#shared/scrub/scrub-context.ts';
import { isCard, isPinfl, isRussianInn, isSnils } from '#shared/scrub/numbers.ts';
import { scrubText } from '#shared/scrub/scrub-text.ts';
import { captureContext } from '#shared/wire/capture.ts';
import { diceOf } from '#test/support/dice.ts';
import { ordinaryTexts, plantedSecrets } from '#test/support/planted-secrets.ts';

const surroundings = [
  (text: string) => text,
  (text: string) => `Ошибка: ${text}, попробуйте ещё раз`,
  (text: string) => `{"value":"${text}"}`,
  (text: string) => `(${text})`,
  (text: string) => `клиент_${text}.`,
] as const;

test.each(plantedSecrets)('a secret leaves nothing behind: $kind', ({ text, traces }) => {
  for (const around of surroundings) {
    const scrubbed = scrubText(around(text));

    expect(traces.filter((trace) => scrubbed.includes(trace))).toEqual([]);
  }
});

test.each(ordinaryTexts)('an ordinary text stays: %s', (text) => {
  expect(scrubText(text)).toBe(text);
});

test('secrets thrown together in any order leave nothing behind, and a second pass changes nothing', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const dice = diceOf(seed);
    const chosen = Array.from(
      { length: dice.whole(1, 4) },
      () => plantedSecrets[dice.whole(0, plantedSecrets.length - 1)]!,
    );
    const between = dice.pick([' ', ', ', '\n', ' — ', ' и ']);
    const text = chosen
      .map(({ text: secret }) => `${dice.pick(['Клиент', 'see', 'xato:'])} ${secret}`)
      .join(between);

    const scrubbed = scrubText(text);

    const found = chosen.flatMap(({ traces }) => traces.filter((one) => scrubbed.includes(one)));
    expect({ text, found }).toEqual({ text, found: [] });
    expect(scrubText(scrubbed)).toBe(scrubbed);
  }
});

/** Signs of tokens in the alphabets that they are usually written in. */
const base62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

test.each([
  ['letters and digits', base62, 32, '/hook/TOKEN/run'],
  ['base64 of addresses', `${base62}-_`, 43, 'https://crm.example/x/TOKEN'],
  ['base64', `${base62}+/`, 44, 'https://crm.example/x/TOKEN'],
  ['behind words', base62, 32, 'https://crm.example/prod_customer_service_api_TOKEN'],
])(
  'of 400 random tokens hardly any leaves half of itself in a path: %s',
  (_, signs, length, path) => {
    const dice = diceOf(11);
    const left = Array.from({ length: 400 }, () => {
      const token = Array.from({ length }, () => signs[dice.whole(0, signs.length - 1)]).join('');
      const scrubbed = scrubText(path.replace('TOKEN', token));
      const half = length / 2;
      return [...token].some((_sign, at) =>
        scrubbed.includes(token.slice(at, at + half).padEnd(half, '?')),
      );
    });

    expect(left.filter(Boolean).length).toBeLessThanOrEqual(20);
  },
);

test('random mobiles of Uzbekistan and Russia are taken out in every usual writing', () => {
  const dice = diceOf(7);
  const digits = (length: number) =>
    Array.from({ length }, () => String(dice.whole(0, 9))).join('');
  for (let turn = 0; turn < 300; turn += 1) {
    const [code, a, b, c] = [`9${dice.whole(0, 9)}`, digits(3), digits(2), digits(2)];
    const writings = [
      `+998${code}${a}${b}${c}`,
      `998 ${code} ${a} ${b} ${c}`,
      `+998 (${code}) ${a}-${b}-${c}`,
      `+7 (9${code}) ${a}-${b}-${c}`,
      `89${code}${a}${b}${c}`,
    ];
    for (const phone of writings)
      expect(scrubText(`тел. ${phone}; спасибо`)).toBe('тел. [phone]; спасибо');
  }
});

test('numbers prove themselves by their own rules', () => {
  expect([isCard('4111111111111111'), isCard('4111111111111112')]).toEqual([true, false]);
  expect([isPinfl('31503855230011'), isPinfl('20261122132000')]).toEqual([true, false]);
  expect([isRussianInn('7707083893'), isRussianInn('7707083894')]).toEqual([true, false]);
  expect([isRussianInn('500100732259'), isRussianInn('500100732258')]).toEqual([true, false]);
  expect([isSnils('11223344595'), isSnils('11223344596')]).toEqual([true, false]);
});

test('an address keeps its path and loses a secret in it', () => {
  expect(scrubAddress('https://crm.example/clients/10458')).toBe(
    'https://crm.example/clients/10458',
  );
  expect(scrubAddress('/pay/access_token%3D0penSesame')).toBe('/pay/access_token=[secret]');
  expect(scrubAddress('https://crm.example/u/anna%40pochta.example/edit')).toBe(
    'https://crm.example/u/[mail]/edit',
  );
});

test('a long text is scrubbed at once: by the square of its length it would take minutes', () => {
  const parts = ['a/', '1 ', 'ы', 'a1-', 'token ', '"'];

  for (const part of parts) {
    const text = `ы ${part.repeat(80_000 / part.length)}`;
    expect(scrubText(text)).toBe(text);
  }
  expect(scrubText('x@'.repeat(40_000))).toHaveLength(80_000);
}, 20_000);

test('a context is scrubbed wherever a page writes into it, and still fits the wire', () => {
  const secret = 'anna@pochta.example 4111 1111 1111 1111';
  const at = '2026-11-22T13:20:00.000Z';
  const context = scrubContext({
    page: 'https://crm.example/anna@pochta.example',
    title: `Клиент ${secret}`,
    referrer: 'https://crm.example/u/998901234567',
    console: [{ at, level: 'log', text: secret }],
    failedRequests: [{ at, method: 'GET', path: '/u/998901234567', status: 500, durationMs: 3 }],
    trail: [{ at, act: 'press', role: 'button', name: `Позвонить ${secret}` }],
    extra: { branch: 'Центр' },
  });

  expect(captureContext.parse(context)).toEqual(context);
  expect(JSON.stringify(context)).not.toMatch(/anna|4111|9012345/);
  expect(context.extra).toEqual({ branch: 'Центр' });
});
