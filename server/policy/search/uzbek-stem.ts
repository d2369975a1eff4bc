/** What Uzbek puts behind a noun or a verb, folded; the longest first. */
const endings = [
  'laringiz',
  'ingizni',
  'yapman',
  'yapti',
  'lardan',
  'larning',
  'ingiz',
  'imiz',
  'larni',
  'larga',
  'larda',
  'lari',
  'dagi',
  'ning',
  'ishi',
  'adi',
  'ydi',
  'gan',
  'lar',
  'dan',
  'ish',
  'mok',
  'man',
  'siz',
  'ni',
  'ga',
  'ka',
  'da',
  'di',
  'ib',
  'im',
  'si',
  'sh',
  'i',
] as const;

/** Letters that stay, however many endings there are. */
const shortest = 4;

/**
 * What is left of a folded Uzbek word without its endings: `murojaatlarni` and `murojaatga` are `murojaat`. Cuts
 * by a list and knows no grammar; the same is cut from what is searched and from what is asked.
 */
export function uzbekStem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortest);
  return ending === undefined ? word : uzbekStem(word.slice(0, -ending.length));
}
