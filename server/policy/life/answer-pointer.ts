import { isVersion, sameVersion } from '#server/policy/decision/version-order.ts';

/** A version of the registry, as answers point at it. */
export interface NamedVersion {
  readonly id: string;
  readonly version: string;
  /** Local dates in the vendor's zone. */
  readonly plannedOn: string | null;
  /** Null while it is not out. */
  readonly releasedOn: string | null;
}

/** The version that is out under this name; undefined where none is. */
export const releasedAs = <Known extends NamedVersion>(
  registry: readonly Known[],
  name: string,
): Known | undefined =>
  registry.find((one) => one.releasedOn !== null && sameVersion(one.version, name));

/** The version that is out and that a sentence names: «обновление 1.6.1»; undefined where none is. */
export const releasedIn = <Known extends NamedVersion>(
  registry: readonly Known[],
  words: string,
): Known | undefined =>
  tokensOf(words)
    .filter(isVersion)
    .map((token) => releasedAs(registry, token))
    .find((one) => one !== undefined);

/** The day that a version is promised for, and its name where one is named. */
interface PlannedDay {
  readonly on: string;
  readonly version?: string | null | undefined;
}

/** The version that is to come on a day; the one that is named, where several are. */
export function plannedFor<Known extends NamedVersion>(
  registry: readonly Known[],
  { on, version }: PlannedDay,
): Known | undefined {
  const then = registry.filter((one) => one.releasedOn === null && one.plannedOn === on);
  return version ? then.find((one) => sameVersion(one.version, version)) : then[0];
}

/** Whether what was promised for a day is out: the version that was named, or else one that was planned for it. */
export function outAlready(
  registry: readonly NamedVersion[],
  { on, version }: PlannedDay,
): boolean {
  if (version) return releasedAs(registry, version) !== undefined;
  const then = registry.filter((one) => one.plannedOn === on);
  return then.length > 0 && then.every((one) => one.releasedOn !== null);
}

/** What of a sentence may be a version, an id or an address: words without the signs around them. */
export const tokensOf = (words: string): string[] =>
  words
    .split(/[\s,;:()«»"']+/)
    .map((word) => word.replace(/\.+$/, ''))
    .filter(Boolean);
