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

/** Letters of one size and digits; a ULID is no key but a name, by which a request is found in logs. */
const isThrownInOneSize = (found: string) =>
  changesOf(found) >= 1 / 5 && !/^0[1-3][A-HJKMNP-TV-Z\d]{24}$/.test(found);

/** Tokens that nothing names: they are known by how they look. */
export const thrownRules: readonly ScrubRule[] = [
  {
    find: /(?<![\p{L}\d])[\da-f]{24,}(?![\p{L}\d]|\.(?:m?js|css)\b)/giu,
    mark: '[token]',
    proves: holdsAll(/\d/, /[a-f]/i),
  },
  {
    find: /(?<![\p{L}\d])(?:[a-z\d]{20,}|[A-Z\d]{20,})(?![\p{L}\d]|\.(?:m?js|css)\b)/gu,
    mark: '[token]',
    proves: isThrownInOneSize,
  },
  { find: /(?<![\w+=-])[\w+-]{24,}={0,2}/gu, mark: '[token]', proves: holdsThrown },
  // a slash parts the path of an address, or is a sign of base64
  { find: /\[token\]\/[\w+-]{4,}={0,2}(?![\w+-])/gu, mark: '[token]', proves: isRest },
  { find: /(?<![\w+-])[\w+-]{4,}\/\[token\]/gu, mark: '[token]', proves: isRest },
  { find: /(?<![\w+/=-])[\w+/-]{24,}={0,2}/gu, mark: '[token]', proves: isThrownPath },
];
