import type { Message } from '#shared/i18n/catalog.ts';
import type { Language, Locale } from '#shared/vocabulary.ts';

/**
 * Spells Uzbek that is written in Latin letters in Cyrillic ones, by the rules of the two alphabets (law
 * of 1995). Latin lost what Cyrillic keeps in loan words (ц, ь, ъ, я after т), so that these are listed.
 * Names, addresses and `{slots}` stay as they are; an ending joined to a name is spelled: `Telegramда`.
 */

/** Loan words by how their stem is spelled in Latin; a stem with a soft sign loses it before an ending. */
const loans: Readonly<Record<string, string>> = {
  texnokad: 'ТехноКад',
  kompyuter: 'компьютер',
  obyekt: 'объект',
  subyekt: 'субъект',
  insident: 'инцидент',
  filtr: 'фильтр',
  sikl: 'цикл',
  protses: 'процес',
  yanvar: 'январь',
  fevral: 'февраль',
  aprel: 'апрель',
  iyun: 'июнь',
  iyul: 'июль',
  sentabr: 'сентябрь',
  oktabr: 'октябрь',
  noyabr: 'ноябрь',
  dekabr: 'декабрь',
  parol: 'пароль',
  modul: 'модуль',
  profil: 'профиль',
  konsol: 'консоль',
  kalendar: 'календарь',
  dokumenty: 'документы',
  sibir: 'сибирь',
};

const stems = new RegExp(`^(?:${Object.keys(loans).join('|')})`);

const letters: Readonly<Record<string, string>> = {
  oʻ: 'ў',
  gʻ: 'ғ',
  sʼh: 'сҳ',
  sh: 'ш',
  ch: 'ч',
  yo: 'ё',
  yu: 'ю',
  ya: 'я',
  ye: 'е',
  tsi: 'ци',
  tsen: 'цен',
  ksi: 'кци',
  a: 'а',
  b: 'б',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'ҳ',
  i: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'қ',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  x: 'х',
  y: 'й',
  z: 'з',
  ʼ: 'ъ',
};

const sounds = /oʻ|gʻ|sʼh|sh|ch|y(?:o(?!ʻ)|[uae])|tsi(?=ya|on)|tsen|ksi(?=ya)|[a-z]|ʼ/g;
const initialE = /(?<=^|[aeiouʻ])e/g;

/** What is no Uzbek word: abbreviations, names by list, whatever has w or a bare c. An ending may follow. */
const kept =
  /^(?:Joker[A-Z]+|MChJ|(?:Open)?[A-Z]{2,}|(?:WhatsApp|Telegram|Skype|Zoom|Bitrix|Didox|Modme|Authorization|Bearer|Enter|Tab|Shift|Delete|Ctrl|Esc|Python|Trusted|Types|img)(?=[a-z]*$)|\w*[A-Za-z]\d+|\w*(?:[Ww]|[Cc](?!h))\w*$)/;
/** Abbreviations that are Uzbek. */
const ours: Readonly<Record<string, string>> = {
  KB: 'КБ',
  MB: 'МБ',
  GB: 'ГБ',
  MChJ: 'МЧЖ',
  QQS: 'ҚҚС',
  STIR: 'СТИР',
  JSHSHIR: 'ЖШШИР',
};

/** Slots, addresses and figures are matched first, so that no letter of theirs is taken for a word. */
const token = /\{\w+\}|(?:https?:)?\/\S+|\S+@\S+|\w+(?:\.[a-z]\w+)+|\d\w*|[A-Za-z][\wʻʼ]*/g;

function word(latin: string): string {
  const small = latin.toLowerCase();
  const stem = stems.exec(small)?.[0] ?? '';
  const ending = small
    .slice(stem.length)
    .replace(initialE, 'э')
    .replace(sounds, (letter) => letters[letter] ?? letter);
  const loan = loans[stem] ?? '';
  const whole = (ending ? loan.replace(/ь$/, '') : loan) + ending;
  return latin === small ? whole : whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** @param latin Uzbek; oʻ and gʻ with U+02BB, tutuq with U+02BC */
export const cyrillic = (latin: string): string =>
  latin.replace(token, (found) => {
    if (/^\d|[{}/@.]/.test(found)) return found;
    const name = kept.exec(found)?.[0] ?? '';
    return (ours[name] ?? name) + word(found.slice(name.length));
  });

type Catalog = Readonly<Record<string, Message | undefined>>;

/** A catalog spelled in Cyrillic letters; its plurals and slots stay as they are. */
export const cyrillicCatalog = <Source extends object>(catalog: Source): Source =>
  Object.fromEntries(
    Object.entries(catalog as Catalog).map(([key, message]) => [
      key,
      typeof message === 'string'
        ? cyrillic(message)
        : message &&
          Object.fromEntries(
            Object.entries(message).map(([form, text = '']) => [form, cyrillic(text)]),
          ),
    ]),
  ) as Source;

/** Catalogs of every locale, of those that are written. */
export const withCyrillic = <Source extends Readonly<Record<Language, object>>>(
  catalogs: Source,
): Source & { readonly 'uz-Cyrl': Source['uz'] } => ({
  ...catalogs,
  'uz-Cyrl': cyrillicCatalog(catalogs.uz),
});

/** A text in every locale; what somebody has spelled themselves stays. Spelled only when it is read so. */
export const spelled = <
  Text extends Readonly<Record<Language, string>> & { readonly 'uz-Cyrl'?: string | undefined },
>(
  text: Text,
): Text & Readonly<Record<Locale, string>> => ({
  ...text,
  get 'uz-Cyrl'() {
    return inLocale(text, 'uz-Cyrl');
  },
});

/** What a text says in a locale, of texts that were stored as they were written. */
export const inLocale = (
  text: Readonly<Record<Language, string>> & { readonly 'uz-Cyrl'?: string | undefined },
  locale: Locale,
): string => text[locale] ?? cyrillic(text.uz);

/** Texts of several parts, stored as they were written: title and body of an announcement. */
export const partsIn = <Parts extends object>(
  texts: Readonly<Record<Language, Parts>>,
  locale: Locale,
): Parts => (locale === 'uz-Cyrl' ? cyrillicCatalog(texts.uz) : texts[locale]);
