/** A version that customers can have. */
export interface Release {
  /** Numbers with points between: `1.6.0`. */
  readonly version: string;
  /** What it mends, each in a line. */
  readonly fixes: readonly string[];
}

/** An installed version behind the current one. */
export interface Outdated {
  readonly installed: string;
  readonly current: string;
  /** What all newer versions mend, the oldest first. */
  readonly fixes: readonly string[];
}

/**
 * How far an installed version lies behind. The current one is the highest, whichever came out last.
 *
 * @returns null where it is the current one or a later one that nobody has released yet
 */
export function outdatedVersion(releases: readonly Release[], installed: string): Outdated | null {
  const newer = releases
    .filter(({ version }) => compareVersions(version, installed) > 0)
    .toSorted((a, b) => compareVersions(a.version, b.version));
  const current = newer.at(-1);
  return current
    ? { installed, current: current.version, fixes: newer.flatMap(({ fixes }) => fixes) }
    : null;
}

/** By their numbers; a part that is missing is 0. Negative where the first is lower. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  const length = Math.max(left.length, right.length);
  const differing = Array.from({ length }, (_, at) => (left[at] ?? 0) - (right[at] ?? 0));
  return differing.find((difference) => difference !== 0) ?? 0;
}

const partsOf = (version: string): number[] =>
  version.split('.').map((part) => Number.parseInt(part, 10) || 0);
