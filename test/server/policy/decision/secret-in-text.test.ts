import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeSecret } from '#server/policy/decision/secret-in-text.ts';
import { packFiles, packOf } from '#test/support/policies.ts';

test.each([
  'пароль: Qwerty12',
  'Пароль: qwerty',
  'Логин ivanov, пароль: 12345678, зайдите и посмотрите',
  'логин: admin пароль: admin',
  'Пароль - не знаю, но пароль: P@ssw0rd!',
  'Пароль (от портала): Zima2026',
  'Пароль: солнышко',
  'пароль = «Весна2026»',
  'Логин/пароль: admin/admin',
  'Вот доступ.\nЛогин: boss@namuna.example\nПароль: tashkent99\nСпасибо',
  '- пароль: qwertyui',
  'parol: Salom123',
  'Parolim: toshkent2026',
  'Login: aziz, parol: qwerty77',
  'парол: Салом2026',
  'password: hunter2',
  'Password: letmein',
  'password=S3cret!',
  'pwd: Abc-1234',
  'password: NewPass2026!',
  'пароль: password1',
  'API key: 5f4dcc3b5aa765d61d8327deb882cf99',
  'api_key=abcdEFGH1234',
  'Ключ API: 9f8a7b6c5d4e3f2a',
  'client_secret: x8Hh2kLmN0',
  'токен: 77f0a1b2c3d4',
  'access token → ya29.a0AfH6SMBxyz',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
  'Bearer eyJhbGciOiJIUzI1NiIs.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N',
  'ключ sk_live_4eC39HqLyjWDarjtT1zdp7dc не принимается',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  'AKIAIOSFODNN7EXAMPLE',
  'бот 123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1 молчит',
  'https://namuna.bitrix24.ru/rest/1/x7k2m9q4p1z8w5ab/crm.deal.list',
  'ftp://admin:Secret1@files.namuna.example/in',
])('is seen: %s', (text) => {
  expect(looksLikeSecret(text)).toBe(true);
});

test.each([
  'Не могу войти: неверный пароль',
  'Пароль: не подходит',
  'Пароль: забыл',
  'Пароль: неверный.',
  'Ввожу пароль: ничего не происходит',
  'Пароль: как его сменить?',
  'Поле «Пароль:» пустое',
  'Пишет «Password: incorrect», хотя всё верно',
  'Password: incorrect',
  'Password: required',
  'The form says "password: must be 8 characters"',
  'Пароль: от 8 до 16 символов',
  'Пароль: 8 символов мало',
  'Сменил пароль: 2026-11-20, с тех пор не пускает',
  'Сбросил пароль: 10:30, письма нет',
  'Пароль: ********',
  'Пароль: •••••••',
  'Пароль: <скрыт>',
  'Пароль: сообщу по телефону',
  'Логин и пароль: где их взять?',
  'После смены пароля: Битрикс24 просит войти снова',
  'Пароль: Bitrix24 не принимает',
  'Ошибка авторизации: токен просрочен',
  'Токен: истёк',
  'Token: expired',
  'Токен: рутокен',
  'Ключ: действует',
  'secret: say(',
  'token: null',
  'ЭЦП: ключ не найден на носителе',
  'Ключ: нет на флешке',
  'Ключ ЭЦП истёк 01.12.2026',
  'Ключевой вопрос: когда заработает?',
  'Ключ: 12.05.2026',
  'Secret: https://portal.example/help',
  'Parolni unutdim, qanday tiklayman?',
  'Parol: notoʻgʻri',
  'Parol: yoʻq',
  'Login va parol: qayerdan olinadi?',
  'ИНН: 7707083893, договор № 44-А17',
  'Номер телефона: +998 90 123 45 67, карта 8600 1234 5678 9012',
  'Сумма: 450000, в строке: 0',
  'Ссылка: https://crm.example/deal/1042?x=1',
  'Почта: ivan@namuna.example, сайт https://namuna.example:8080/a@b',
  'GET /rest/1/ вернул 404',
  'Версия: 22.0.300, сборка: 7f3a',
  'Ошибка 0x80070005 при входе',
  'Документ УПД-2026/11-77, ключевая ставка: 21%',
  'password_hash column is missing',
  'passwordless: works',
])('is left alone: %s', (text) => {
  expect(looksLikeSecret(text)).toBe(false);
});

test('no text of a shipped regulation is taken for a secret', () => {
  const texts = packFiles.flatMap((name) => stringsOf(packOf(name)));

  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter(looksLikeSecret)).toEqual([]);
});

const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
};

test('a password made by a machine is seen wherever its line stands', () => {
  const letters = fc.constantFrom(...'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789');
  const password = fc
    .array(letters, { minLength: 12, maxLength: 24 })
    .map((list) => list.join(''))
    .filter((text) => /\d/.test(text) && /^[a-z]/i.test(text) && /[a-z][A-Z]/.test(text));
  const name = fc.constantFrom('пароль', 'Пароль', 'parol', 'password', 'PASSWORD');
  fc.assert(
    fc.property(fc.lorem(), name, password, fc.lorem(), (before, word, value, after) => {
      expect(looksLikeSecret(`${before}\n${word}: ${value}\n${after}`)).toBe(true);
    }),
    { seed: 4, numRuns: 200 },
  );
});

test.each([
  ['names without end', 'пароль: '.repeat(2500)],
  ['one long word', 'a'.repeat(20_000)],
  ['spaces', `пароль${' '.repeat(20_000)}:`],
  ['half an address', 'a://a:'.repeat(3300)],
  ['half a token', 'eyJaaaaaaaaaaa.'.repeat(1300)],
  ['lines', 'пароль:\n'.repeat(2500)],
])('the longest text is read in no time: %s', (_case, text) => {
  const begun = performance.now();
  looksLikeSecret(text);

  expect(performance.now() - begun).toBeLessThan(500);
});
