/** Cyrillic letters of Russian and Uzbek by what Uzbek Latin writes, without its apostrophes. */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  ў: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ҳ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Every sign that people type for the one of oʻ and gʻ, or for the tutuq. */
const apostrophes = /['’‘‛`´ʻʼʽʹˈ′‵ꞌ＇]/g;

/** A text without what people type differently by keyboard: case, apostrophes, dots over ё. */
export const plainText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(apostrophes, '').replaceAll('ё', 'е');

/**
 * One spelling for what Russian, Uzbek Cyrillic and Uzbek Latin write differently, in letters of ASCII:
 * `Тўлов`, `Toʻlov` and `to'lov` are all `tolov`. Letters that people mix up are one (х and ҳ, к and қ);
 * `ye` and `yo` are `e`, because Russian writes ё without its dots. Two words that fall together by it are found
 * together, which costs less than a word that is not found.
 */
export const fold = (text: string): string =>
  plainText(text)
    .replace(/[а-яғқўҳ]/g, (letter) => latin[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('zh', 'j')
    .replace(/c(?!h)/g, 's')
    .replace(/y[eo]/g, 'e')
    .replaceAll('x', 'h')
    .replaceAll('q', 'k')
    .replaceAll('w', 'v');
