import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cyrillic, cyrillicCatalog, inLocale, partsIn, spelled } from '#shared/i18n/cyrillic.ts';
import { root } from '#test/support/sources.ts';

test.each([
  ['oʻ and gʻ', 'Oʻzbekcha yoʻq, tugʻilgan kun', 'Ўзбекча йўқ, туғилган кун'],
  ['sh, ch, ng', 'Shikoyat uchun soʻng', 'Шикоят учун сўнг'],
  ['what is only beside each other', 'Isʼhoq tashhisi', 'Исҳоқ ташҳиси'],
  ['yo, yu, ya, ye', 'Yozing, yuboring, yana yetkazing', 'Ёзинг, юборинг, яна етказинг'],
  ['yo before a tail', 'Yoʻl va qoʻyish', 'Йўл ва қўйиш'],
  ['e at the beginning and behind a vowel', 'Ekran, elektron, poema', 'Экран, электрон, поэма'],
  ['tutuq', 'Maʼlumot, eʼlon, sanʼat', 'Маълумот, эълон, санъат'],
  ['h and x, q and k, j', 'Hujjat xati qoʻl kalit', 'Ҳужжат хати қўл калит'],
  ['ц of loan words', 'Funksiya, litsenziya, animatsiya', 'Функция, лицензия, анимация'],
  ['no ц where an ending begins', 'kafolatsiz, kalitsiz, etsak', 'кафолатсиз, калитсиз, этсак'],
  ['a soft sign, lost before an ending', 'Parol, paroli, sentabrda', 'Пароль, пароли, сентябрда'],
  ['ъ and ь within', 'Obyekt, kompyuterga', 'Объект, компьютерга'],
  ['names with their endings', 'Telegramda, CRMni, Bitrix24da', 'Telegramда, CRMни, Bitrix24да'],
  [
    'names of things',
    'Python, Trusted Types bilan, img-src',
    'Python, Trusted Types билан, img-src',
  ],
  ['abbreviations of its own', 'QQSsiz, STIR, 5 MB', 'ҚҚСсиз, СТИР, 5 МБ'],
  ['a firm', '«Misol» MChJ, MChJga', '«Мисол» МЧЖ, МЧЖга'],
  ['slots', '{time} gacha ({zone})', '{time} гача ({zone})'],
  [
    'addresses',
    'support@modme.uz, https://modme.uz/yordam',
    'support@modme.uz, https://modme.uz/yordam',
  ],
])('Uzbek in Cyrillic letters: %s', (_case, latin, letters) => {
  expect(cyrillic(latin)).toBe(letters);
});

/** Names and terms that are written in Latin letters in Cyrillic text too. */
const names =
  /\b(?:HEIC|JPEG|HTTPS?|DNS|TLS|Telegram|WhatsApp|Skype|Zoom|Bitrix(?:24)?|1C|Shift|Enter|Tab|Delete|(?:Open)?API|Authorization|Bearer|Webhooks|webhook|Didox24|(?:Joker)?CRM|MODME|\S+@\S+|\w+(?:\.\w+)*\.(?:ru|uz)(?:\/\w+)?)(?=[^a-z]|$)/g;
const latinLeft = (text: string) =>
  text
    .replaceAll(/\{\w+\}/g, '')
    .replaceAll(names, '')
    .match(/\S*[a-zʻʼ‘’`]\S*/gi) ?? [];

test('no Latin letter of Uzbek is left in any catalog that requesters read', async () => {
  const folder = join(root, 'shared/i18n');
  // the desk and its sections speak Uzbek in Latin letters
  const surfaces = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !/^(desk|section)/.test(entry.name),
  );
  const left: string[] = [];
  for (const { name } of surfaces) {
    const { uz } = (await import(`../../shared/i18n/${name}/uz.ts`)) as { uz: object };
    for (const message of Object.values(cyrillicCatalog(uz)) as (string | object)[])
      for (const text of typeof message === 'string' ? [message] : Object.values(message))
        left.push(...latinLeft(text as string));
  }

  expect(surfaces.length).toBeGreaterThan(15);
  expect(left).toEqual([]);
});

test('nor in any regulation or calendar', () => {
  const left: string[] = [];
  let texts = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { uz } = value as { uz?: unknown };
    if (typeof uz === 'string') {
      texts += 1;
      left.push(...latinLeft(cyrillic(uz)));
    }
    Object.values(value).forEach(walk);
  };
  for (const folder of ['server/policy/packs', 'server/policy/calendars'])
    for (const file of readdirSync(join(root, folder)))
      if (!file.includes('schema'))
        walk(JSON.parse(readFileSync(join(root, folder, file), 'utf8')));

  expect(texts).toBeGreaterThan(500);
  expect(left).toEqual([]);
});

test('what somebody has spelled themselves stays', () => {
  const text = { ru: 'МоиДокументы', uz: 'Moi Dokumenty', en: 'Moi Dokumenty' };

  expect(spelled(text)['uz-Cyrl']).toBe('Мои Документы');
  expect(spelled({ ...text, 'uz-Cyrl': 'МоиДокументы' })['uz-Cyrl']).toBe('МоиДокументы');
  expect(inLocale({ ...text, 'uz-Cyrl': 'МоиДокументы' }, 'uz-Cyrl')).toBe('МоиДокументы');
});

test('texts of several parts are spelled part by part, and only for who reads them so', () => {
  const part = (title: string) => ({ title, text: title });
  const texts = { ru: part('Р'), uz: part('Yangi'), en: part('E') };

  expect(partsIn(texts, 'uz-Cyrl')).toEqual(part('Янги'));
  expect(partsIn(texts, 'uz')).toEqual(part('Yangi'));
});
