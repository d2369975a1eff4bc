import type { ScrubRule } from '#shared/scrub/rule.ts';

const holdsAll =
  (...kinds: readonly RegExp[]) =>
  (found: string) =>
    kinds.every((kind) => kind.test(found));

const borders = /[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])/g;

const changesOf = (found: string) => (found.match(borders) ?? []).length / found.length;
const holdsBothSizes = holdsAll(/[a-z]/, /[A-Z]/);

/** Letters of both sizes and digits that change as often as chance lets them: words and dates side by side do not. */
function isThrown(found: string): boolean {
  const changes = changesOf(found);
  // where they change very often, chance may have thrown few digits
  const fewestDigits = changes >= 0.3 ? 0 : changes >= 0.25 ? 2 : 3;
  const digits = found.replace(/\D/g, '').length;
  return changes >= 1 / 8 && digits >= fewestDigits && holdsBothSizes(found);
}

/** The same of a long part: a name that stands before a token takes nothing from it. */
const holdsThrown = (found: string) =>
  [found, ...found.split(/[_-]/).filter((part) => part.length >= 16)].some(isThrown);

/** A part beside a token is one of its own where it changes as often. */
const isRest = (found: string) => changesOf(found.replace(/\[token\]|[/=]/g, '')) >= 1 / 5;
/** Words of a path change their letters now and then as well. */
const isThrownPath = (found: string) => changesOf(found) >= 1 / 4 && isThrown(found);

/** What opens a door: addresses with their tails, tokens, keys and passwords. */
export const secretRules: readonly ScrubRule[] = [
  { find: /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/gu, mark: '[secret]' },
  { find: /((?<![a-z])[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@"'<>]+@/giu, mark: '$1' },
  { find: /((?:https?|wss?):\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/giu, mark: '$1' },
  { find: /(\/[\p{L}\d./%_-]*)\?[^\s?"'<>]*=[^\s"'<>]*/giu, mark: '$1' },
  // webhooks of Bitrix24 and Slack: whoever has the address is in
  { find: /(\/rest\/\d{1,9}\/)[\w-]{8,}/giu, mark: '$1[token]' },
  { find: /(hooks\.slack\.com\/\w{1,20}\/)[\w/-]{8,}/giu, mark: '$1[token]' },
  { find: /\bBearer\s+[\w.~+/=-]{6,}/giu, mark: '[token]' },
  { find: /\bBasic\s+(?=\S*[\d=])[\w+/=]{8,}/giu, mark: '[token]' },
  { find: /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/gu, mark: '[token]' },
  {
    find: /(?<![\p{L}\d])(?:sk|pk|rk|ghp|gho|ghs|ghu|glpat|whsec|xox[abprs])[-_][\w-]{8,}/gu,
    mark: '[token]',
  },
  { find: /(?<![\p{L}\d])(?:AKIA|AIza|ya29\.)[\w-]{12,}/gu, mark: '[token]' },
  { find: /(?<!\d)\d{8,10}:AA[\w-]{20,}/gu, mark: '[token]' },
  {
    find: /([\w-]*(?:token|secret|passw(?:or)?d|pwd|api[-_]?key|authorization|cookie|sess(?:ion)?_?id|пароль|parol|токен)[\w-]*["'\\]*\s*[:=]\s*["'\\]*)(?![[\\])[^\s"',;&}<>]{3,}/giu,
    mark: '$1[secret]',
  },
  {
    find: /((?<![\p{L}\d])(?:key|auth|session(?:_?id)?|sid|otp|pin|(?<!(?:err(?:or)?|status|exit)[ _-])code|hash|sign(?:ature)?|csrf|cvv|cvc)["'\\]*=["'\\]*)(?![[\\])[^\s"',;&}<>]{4,}/giu,
    mark: '$1[secret]',
  },
  {
    find: /((?:парол|parol)\p{L}*(?:[^\S\n]+\p{L}+){1,3}\s*:\s*)(?=\S*\d)[^\s"',;<>]{4,}/giu,
    mark: '$1[secret]',
  },
  {
    find: /((?<!\p{L})(?:код\p{L}* (?:подтверждения|доступа|из (?:смс|sms))|(?:tasdiqlash|sms) kodi|sms[ -]?код)[^\p{L}\d]{0,5})\d{4,8}(?!\d)/giu,
    mark: '$1[secret]',
  },
  {
    find: /(?<![\p{L}\d])[\da-f]{24,}(?![\p{L}\d])/giu,
    mark: '[token]',
    proves: holdsAll(/\d/, /[a-f]/i),
  },
  { find: /(?<![\w+=-])[\w+-]{24,}={0,2}/gu, mark: '[token]', proves: holdsThrown },
  // a slash parts the path of an address, or is a sign of base64
  { find: /\[token\]\/[\w+-]{4,}={0,2}(?![\w+-])/gu, mark: '[token]', proves: isRest },
  { find: /(?<![\w+-])[\w+-]{4,}\/\[token\]/gu, mark: '[token]', proves: isRest },
  { find: /(?<![\w+/=-])[\w+/-]{24,}={0,2}/gu, mark: '[token]', proves: isThrownPath },
  // whatever else stands in the line of cookies
  {
    find: /((?:set-)?cookie["'\\]*\s*[:=]\s*["'\\]*)(?=[^\r\n"'<>]*=)[^\r\n"'<>]{3,}/giu,
    mark: '$1[secret]',
  },
];
