import { matchItems } from './edition-diff-items.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';

/** A step on the way to a part: a key, and the item of the list or record that stands there. */
export interface PlaceStep {
  readonly key: string;
  /** Set on items: what the older or newer pack has there, and its name in a record. */
  readonly item?: { readonly value: unknown; readonly name?: string };
}

/** A part of a pack that is not the same in two editions. */
export interface ChangedPart {
  /** JSON pointer into the newer pack; into the older one where the part was removed. */
  readonly at: string;
  readonly place: readonly PlaceStep[];
  readonly clause?: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly from: unknown;
  readonly to: unknown;
}

type Part = Readonly<Record<string, unknown>>;

interface Walk {
  readonly parts: readonly string[];
  readonly place: readonly PlaceStep[];
  readonly clause?: string;
}

/** Keys that say nothing to a requester: names of the file, and what only its author reads. */
const editorial = ['$schema', 'format', 'edition', 'editionDate', 'unsettled', 'cases', 'readOn'];

/** Records whose keys are names of the pack, and so items of a list. */
const records = ['clauses', 'byRequester', 'planWeights', 'suggests'];

/** Every part that differs, the smallest that has words of its own, in the order of the pack. */
export const changedParts = (a: PolicyPack, b: PolicyPack): ChangedPart[] =>
  compare(a, b, { parts: [], place: [] });

function compare(from: unknown, to: unknown, walk: Walk): ChangedPart[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (isList(from) && isList(to) && [...from, ...to].some(isItem)) {
    return compareLists(from, to, walk);
  }
  const [before, after] = [isAbsent(from), isAbsent(to)];
  if (before || after || isWhole(from) || isWhole(to)) {
    const kind = before ? 'added' : after ? 'removed' : 'changed';
    const clause = clauseOf(to) ?? clauseOf(from) ?? walk.clause;
    const { parts, place } = walk;
    return [{ at: pointerOf(parts), place, ...(clause ? { clause } : {}), kind, from, to }];
  }
  return compareObjects(from as Part, to as Part, walk);
}

function compareObjects(from: Part, to: Part, walk: Walk): ChangedPart[] {
  const clause = clauseOf(to) ?? clauseOf(from) ?? walk.clause;
  const key = walk.place.at(-1)?.key ?? '';
  const asItems = records.includes(key) && !walk.place.at(-1)?.item;
  const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])];
  return keys
    .filter((name) => asItems || !editorial.includes(name))
    .flatMap((name) => {
      const value = to[name] ?? from[name];
      const own = key === 'clauses' && asItems ? name : clause;
      const step = asItems ? { key, item: { value, name } } : { key: name };
      return compare(from[name], to[name], {
        parts: [...walk.parts, name],
        place: asItems ? [...walk.place.slice(0, -1), step] : [...walk.place, step],
        ...(own === undefined ? {} : { clause: own }),
      });
    });
}

function compareLists(from: readonly unknown[], to: readonly unknown[], walk: Walk): ChangedPart[] {
  const key = walk.place.at(-1)?.key ?? '';
  return matchItems(from, to).flatMap(({ before, after, index }) =>
    compare(before, after, {
      ...walk,
      parts: [...walk.parts, String(index)],
      place: [...walk.place.slice(0, -1), { key, item: { value: after ?? before } }],
    }),
  );
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isItem = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** What is said in one piece: a scalar, a text, a term, hours of a week, a list of scalars. */
function isWhole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isList(value)) return !value.some(isItem);
  return isLocalText(value) || isDuration(value) || isWeek(value);
}

/** A sentence or name in every language. */
export const isLocalText = (value: object): value is { ru: string; uz: string; en: string } =>
  /^en,ru,uz(,uz-Cyrl)?$/.test(Object.keys(value).toSorted().join());

/** A term. */
export const isDuration = (value: object): value is { value: number; unit: string } =>
  'unit' in value && 'value' in value;

const weekKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Hours of an office, weekday by weekday. */
export const isWeek = (value: object): value is Record<string, [string, string][]> =>
  !isList(value) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => weekKeys.includes(key));

function clauseOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  const { clause, clauses } = value as Part;
  if (typeof clause === 'string') return clause;
  const [first] = isList(clauses) ? clauses : [];
  return typeof first === 'string' ? first : undefined;
}
