/** The same item in two editions; one of them undefined where it came or went. */
export interface MatchedItem {
  readonly before: unknown;
  readonly after: unknown;
  /** Place in the newer list; in the older one where the item was removed. */
  readonly index: number;
}

/** What tells items of a list apart, the best first. */
const identities = [
  ['id'],
  ['action', 'reason'],
  ['reason'],
  ['code'],
  ['kind', 'regions'],
  ['kind', 'label'],
  ['kind', 'every'],
  ['kind', 'text'],
  ['plan'],
  ['cause'],
  ['label'],
] as const;

/** Items that are meant to be the same stand together: those of the newer list in its order, then what went. */
export function matchItems(from: readonly unknown[], to: readonly unknown[]): MatchedItem[] {
  const nameOf = naming(from, to);
  const older = new Map(from.map((item, index) => [nameOf(item, index), item]));
  const newer = new Set(to.map(nameOf));
  return [
    ...to.map((after, index) => ({ before: older.get(nameOf(after, index)), after, index })),
    ...from
      .map((before, index) => ({ before, after: undefined, index }))
      .filter(({ before, index }) => !newer.has(nameOf(before, index))),
  ];
}

/** By the first identity that every item has and no two share; by place where there is none. */
function naming(from: readonly unknown[], to: readonly unknown[]) {
  const fit = identities.find((keys) => distinct(from, keys) && distinct(to, keys));
  return (item: unknown, index: number): string => (fit ? identityOf(item, fit) : String(index));
}

function distinct(items: readonly unknown[], keys: readonly string[]): boolean {
  const [first] = keys;
  const named = items.every((item) => first !== undefined && partOf(item, first) !== undefined);
  return named && new Set(items.map((item) => identityOf(item, keys))).size === items.length;
}

const identityOf = (item: unknown, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => partOf(item, key) ?? null));

const partOf = (item: unknown, key: string): unknown =>
  typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;
