import { pointerOf } from '#server/policy/pack/pointer.ts';

/** A place a key may stand at, and whether it does. */
export interface KeyPlace {
  readonly at: string;
  readonly present: boolean;
}

type Part = Readonly<Record<string, unknown>>;

/**
 * Places of a key in a file; `*` stands for every item of a list.
 *
 * @param key a JSON pointer with stars
 * @param within which items of the last list are meant; all where left out
 */
export function placesOf(
  file: unknown,
  key: string,
  within: (item: Part) => boolean = () => true,
): KeyPlace[] {
  return walk(file, key.split('/').slice(1), [], within);
}

function walk(
  value: unknown,
  [step, ...rest]: readonly string[],
  parts: readonly string[],
  within: (item: Part) => boolean,
): KeyPlace[] {
  if (step === undefined) return [{ at: pointerOf(parts), present: value !== undefined }];
  if (step === '*') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, i) =>
      isPart(item) && (rest.includes('*') || within(item))
        ? walk(item, rest, [...parts, String(i)], within)
        : [],
    );
  }
  return walk(isPart(value) ? value[step] : undefined, rest, [...parts, step], within);
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;
