import type { ScrubRule } from '#shared/scrub/rule.ts';

const { raw } = String;

/** Names of what opens a door, as programs write them: `accessToken`, `client_secret`, `X-Api-Key`. */
const names = raw`(?:(?<!unexpected )token(?!iz)|secret(?!ar)|passw(?:or)?d|passphrase|pwd|(?:api|private|access|signing)[-_ ]?key|api-ключ|authorization|cookie|credential|sess(?:ion)?_?id|jwt|[cx]srf|пароль|парол|parol|токен|секрет(?!ар))`;

/** Endings that make it the name of something else: how many, of what kind, until when. */
const aboutIt = raw`(?:s["'\\]*\s*[:=]\s*\d|[-_]?(?:count|length|size|limit|type|name|field|expir\w*|changed?|updated|created|at|set|ttl|policy|error|status)(?:[-_]?at)?["'\\]*\s*[:=])`;

/** What programs say instead of a secret. */
const nothing = raw`(?:null|undefined|true|false|none|nan|nil|empty|expired|invalid|missing|required|unexpected|incorrect|wrong|failed|denied|unknown|not|is|must|include|omit|same-origin|да|нет|не|неверн\p{L}*|ист[её]к|xato)(?![^\s"',;&}<>.!)])`;

const sign = raw`["'\\]*\s*(?:[:=]{1,3}|=>(?=\s*\\*["'])|>(?=[^\s<]+<)|,(?=\s*\\*["'][^"'\s]*\d))\s*`;

const rule = (find: string, mark: string): ScrubRule => ({ find: new RegExp(find, 'giu'), mark });

const named = raw`(${names}(?!${aboutIt})[\p{L}\d_-]{0,40}${sign})`;

/** What stands behind a name of a secret: between quotes to the last of them, else to the next space. */
export const afterName: readonly ScrubRule[] = [
  rule(raw`${named}(\\*["'])(?!\[|\2|${nothing})(?:(?!\2)[^\r\n])+`, '$1$2[secret]'),
  rule(raw`${named}(?!["'[\\]|${nothing})[^\s"',;&}<>]{3,}`, '$1[secret]'),
  // said in a sentence: a word with a digit, for others go on with the sentence
  rule(
    raw`((?<!unexpected )(?:passw(?:or)?d|parol\p{L}{0,6}|парол\p{L}{0,6}|токен\p{L}{0,3}|token|secret|(?:ключ api|api[- ]ключ|api key))(?:\s+(?:is|to|=|[-–—:]))?\s+["'«]?)(?=[^\s\d]*\d)(?=\d*[\p{L}])[^\s"',;<>)]{6,}`,
    '$1[secret]',
  ),
  rule(
    raw`((?:парол|parol|токен|ключ|секрет(?!ар)|махфий|maxfiy)\p{L}*(?:[^\S\n]+\p{L}+){1,3}\s*[:—–-]\s*)(?=\S*\d)[^\s"',;<>]{4,}`,
    '$1[secret]',
  ),
];

/** The same behind names that mean much else: only where a value looks like one. */
export const afterShortName: readonly ScrubRule[] = [
  rule(
    raw`((?<![\p{L}\d])(?:key|auth|session|sid|(?<!(?:err(?:or)?|status|exit|promo|currency|country)[ _-])code|hash|sign(?:ature)?)["'\\]*=["'\\]*)(?![[\\#]|${nothing}|(?:Enter|Escape|Tab|Backspace|Arrow\w+)\b)[^\s"',;&}<>]{4,}`,
    '$1[secret]',
  ),
  rule(
    raw`((?<![\p{L}\d])pass["'\\]*\s*[:=]\s*["'\\]*)(?!\[|${nothing})[^\s"',;&}<>]{4,}`,
    '$1[secret]',
  ),
  rule(
    raw`((?<![\p{L}\d])(?:otp|pin|пин|cv[vc]2?)(?:[- ]?(?:code|kod|код)\p{L}{0,2})?["'\\]*(?: is)?[^\p{L}\d\n]{0,5})\d{3,8}(?!\d)`,
    '$1[secret]',
  ),
  rule(
    raw`((?<!\p{L})(?:код\p{L}* (?:подтверждения|доступа|безопасности|из (?:смс|sms))|(?:смс|sms)[ -]?(?:код|kod|code)\p{L}{0,2}|(?:tasdiqlash|тасдиқлаш|sms|смс) (?:kodi|коди)|(?:verification|confirmation|security|access|one-time) (?:code|password)(?: is)?|your code(?: is)?)[^\p{L}\d\n]{0,5})\d{4,8}(?!\d)`,
    '$1[secret]',
  ),
];
