import { compareVersions, isPreRelease, isVersion } from './version-order.ts';

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
  readonly fixes: string[];
}

/** The highest version, whichever came out last; one before its release is nobody's. */
export const currentVersion = (releases: readonly Release[]): string | null =>
  inOrder(releases).at(-1)?.version ?? null;

/**
 * How far an installed version lies behind the current one.
 *
 * @returns null where it is the current one or a later one that nobody has released yet, and where it
 * is no version
 */
export function outdatedVersion(releases: readonly Release[], installed: string): Outdated | null {
  if (!isVersion(installed)) return null;
  const newer = inOrder(releases).filter(({ version }) => compareVersions(version, installed) > 0);
  const current = newer.at(-1);
  return current
    ? { installed, current: current.version, fixes: newer.flatMap(({ fixes }) => fixes) }
    : null;
}

const inOrder = (releases: readonly Release[]): Release[] =>
  releases
    .filter(({ version }) => !isPreRelease(version))
    .toSorted((a, b) => compareVersions(a.version, b.version));
