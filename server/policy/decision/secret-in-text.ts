/** Words after which a password or a key stands, in Russian, Uzbek (both scripts) and English. */
const naming =
  /(?<![\p{L}\p{N}_])(парол(?:ь|я|и|им|ингиз)?|parol(?:i|im|ingiz)?|пасс?ворд|passw(?:or)?d|passphrase|pwd|(?:api|access|secret|private|client)[ _-]?(?:key|token|secret)|token|secret|ключ(?: (?:api|апи|доступа))?|токен|секрет|kalit(?:i|im)?)(?:[ ]?\([^()\n]{1,20}\))?[ ]{0,3}(?::|=|->|→)[ ]{0,3}(["'«“`]?)([^\s"'«»“”`]{4,200})/giu;

/** Keys that tell what they are by their own shape. */
const keyShapes = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/,
  /(?<![\w-])(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/,
  /(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{18,}|xox[abprs]-[\w-]{12,})/,
  /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/,
  // a bot of Telegram
  /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/,
  // an incoming webhook of Bitrix24
  /\/rest\/\d{1,9}\/[a-z0-9]{12,40}(?:\/|\b)/,
  // user and password inside of an address
  /(?<![\w])[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@]{1,100}:[^\s/@]{3,200}@[^\s/]/i,
];

/**
 * Whether a text plainly holds a password or a key: `пароль: Qwerty12`, `parol: …`, `password=…`, or a
 * key of a known shape. Only obvious forms: words about passwords are what half of all requests are
 * made of, and a refused one costs its sender more than a missed one.
 */
export const looksLikeSecret = (text: string): boolean =>
  keyShapes.some((shape) => shape.test(text)) || text.split('\n').some(namesSecret);

function namesSecret(line: string): boolean {
  for (const found of line.matchAll(naming)) {
    const [whole, name = '', , raw = ''] = found;
    const value = raw.replace(/[.,;:!?)\]}]+$/u, '');
    const rest = line.slice(found.index + whole.length).replace(/^["'»”`]/u, '');
    const ends = /^\s*(?:$|[,;/|)\]]|(?:и|va|and)\s)/iu.test(rest) || value !== raw;
    const begins = /^[\s>*•\d.)–-]*(?:(?:логин|login) ?(?:\/|и|va|and) ?)?$/iu.test(
      line.slice(0, found.index),
    );
    if (isSecret(value, { name, ends, begins })) return true;
  }
  return false;
}

interface Surroundings {
  /** The word that names the secret. */
  readonly name: string;
  /** Nothing of the same sentence follows the value. */
  readonly ends: boolean;
  /** Nothing stands before the name. */
  readonly begins: boolean;
}

function isSecret(value: string, { name, ends, begins }: Surroundings): boolean {
  if (value.length < 4 || isOrdinary(value)) return false;
  const [letter, digit] = [/\p{L}/u.test(value), /\d/.test(value)];
  const mixed = /\p{Ll}\p{Lu}/u.test(value) || /[!@#$%^&*+=~_-]/.test(value);
  if (letter && digit && (mixed || value.length >= 10)) return true;
  if (!ends) return false;
  if (digit || /[!@#$%^&*+=~]/.test(value)) return true;
  // letters alone are a password where the line says nothing else, or the alphabets differ
  if (!/^(?:пар|пас|par|pas|pwd)/i.test(name) || !/^[\p{L}/]+$/u.test(value)) return false;
  return begins || (/^\p{Script=Cyrillic}/u.test(name) && /^[a-z/]+$/i.test(value));
}

/** Dates, times, versions, addresses without a key, stars, and what people say of a password. */
const isOrdinary = (value: string): boolean =>
  /^\d+[.,:/-][\d.,:/-]*$/.test(value) ||
  /^(?:https?:|www\.|\/)/i.test(value) ||
  /^[*•x.…_-]+$/i.test(value) ||
  /^[<{[(]/.test(value) ||
  (!/\d/.test(value) && said.test(value));

const said =
  /^(?:не|нет|есть|уже|тот|тоже|такой|пуст|верн|невер|неправ|прав|забы|утер|потер|сброс|сброш|стар|нов|прежн|отсут|скры|скро|секрет|смен|измен|помен|меня|введ|ввод|вводи|указ|долж|требу|недейств|истек|истёк|просроч|отправ|пришл|приш|пере|показ|вижу|где|как|какой|почему|когда|можно|нужно|нельзя|слиш|мало|коротк|длин|символ|цифр|букв|латин|подош|подход|работ|по-преж|password|token|string|text|null|undefined|true|false|none|incorrect|correct|invalid|valid|wrong|forgot|lost|reset|expired|empty|missing|required|hidden|changed|unknown|same|must|should|does|cannot|field|noto|toʻgʻ|togʻ|xato|unut|yoʻq|yoq|bor|eski|yangi|boʻsh|bosh|kirit|kerak|qanday|qayer|nima|oʻzgar)/iu;
