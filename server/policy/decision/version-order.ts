/** A version of a product, read. */
interface Version {
  readonly numbers: readonly number[];
  /** Parts behind a hyphen, which make it one before its release; empty for a release. */
  readonly before: readonly string[];
}

/** Versions from the first that has something to, but not with, the one that has it no more. */
export interface VersionRange {
  /** Null: from the very first. */
  readonly from: string | null;
  /** Null: up to the newest. */
  readonly before: string | null;
}

const form = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

function readVersion(text: string): Version | null {
  const [, numbers, before] = form.exec(text.trim()) ?? [];
  return numbers === undefined
    ? null
    : { numbers: numbers.split('.').map(Number), before: before?.split('.') ?? [] };
}

/** Whether a text names a version that has an order: numbers with points between. */
export const isVersion = (text: string): boolean => readVersion(text) !== null;

/** Whether a version is one before its release, such as `2.0.0-rc.1`. */
export const isPreRelease = (text: string): boolean => (readVersion(text)?.before.length ?? 0) > 0;

/**
 * By the order of SemVer 2.0.0; a number that is missing is 0. Negative where the first is lower;
 * what is no version is lower than every version.
 *
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [readVersion(first), readVersion(second)];
  if (!a || !b) return Number(a !== null) - Number(b !== null);
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  return comparePreReleases(a.before, b.before);
}

function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    if (left === right) continue;
    const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (leftIsNumber && rightIsNumber) return Number(left) - Number(right);
    if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/** Whether a version lies in a range. What is no version lies in none. */
export const inRange = ({ from, before }: VersionRange, version: string): boolean =>
  isVersion(version) &&
  (from === null || compareVersions(version, from) >= 0) &&
  (before === null || compareVersions(version, before) < 0);

/** Whether versions can lie in a range: it does not end before it begins, or with its beginning. */
export const isRange = ({ from, before }: VersionRange): boolean =>
  from === null || before === null || compareVersions(from, before) < 0;

/** Ways in which people write a version: `7.2.0` is also `7.2` and `v7.2`. */
export function versionSpellings(version: string): string[] {
  const shorter = [version];
  while (/^\d+(?:\.\d+)*\.0$/.test(shorter.at(-1) ?? ''))
    shorter.push((shorter.at(-1) ?? '').slice(0, -2));
  return shorter.flatMap((one) => [one, `v${one}`]);
}

/** The same version, however it is written. */
export const sameVersion = (first: string, second: string): boolean =>
  isVersion(first) && isVersion(second) && compareVersions(first, second) === 0;
