/** What a form or a JSON body holds once PHP has read it. */
export type PhpValue = unknown;
export type PhpMap = Readonly<Record<string, PhpValue>>;

/** As `urlencode` of PHP writes one text: all but letters, digits and `-_.` is written in hex, a space as `+`. */
export const urlencode = (text: string): string =>
  new URLSearchParams([['', text]]).toString().slice(1).replaceAll('*', '%2A');

/** As `http_build_query` writes nested values; what is undefined or null is left out, as are empty lists. */
export function buildQuery(values: PhpMap): string {
  const pairs: string[] = [];
  const add = (name: string, value: PhpValue) => {
    if (value === undefined || value === null) return;
    if (typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner);
    else pairs.push(`${urlencode(name)}=${urlencode(asText(value))}`);
  };
  for (const [name, value] of Object.entries(values)) add(name, value);
  return pairs.join('&');
}

const asText = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : String(value);

/** Reads a query or a form as PHP does: `a[b][]=c` nests, of a repeated name the last one holds. */
export function parseQuery(text: string): Record<string, PhpValue> {
  const read: Nest = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const found = /^([^[]+)((?:\[[^\]]*\])*)/.exec(name);
    if (!found) continue;
    const [, first = '', rest = ''] = found;
    put(read, [first, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key)], value);
  }
  return plain(read) as Record<string, PhpValue>;
}

type Nest = Map<string, string | Nest>;

function put(into: Nest, [key = '', ...rest]: readonly string[], value: string): void {
  const name = key === '' ? String(into.size) : key;
  if (rest.length === 0) return void into.set(name, value);
  const held = into.get(name);
  const inner: Nest = held instanceof Map ? held : new Map();
  into.set(name, inner);
  put(inner, rest, value);
}

/** A map whose keys count from 0 is a list, as it is in PHP. */
function plain(nest: Nest): PhpValue {
  const entries = [...nest].map(([key, value]): [string, PhpValue] => [
    key,
    value instanceof Map ? plain(value) : value,
  ]);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** As `json_encode` of PHP writes: slashes and all beyond ASCII are escaped. */
export const phpJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('/', String.raw`\/`)
    .replace(
      /[\u007f-\uffff]/g,
      (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'),
    );

/** PHP has one kind of array: a map without keys is written as an empty list. */
export const phpArray = (map: PhpMap): PhpMap | readonly [] =>
  Object.keys(map).length === 0 ? [] : map;

/** The same instant as PHP writes it with `DATE_ATOM`, in a zone of so many hours east. */
export const dateAtom = (seconds: number, hoursEast: number): string => {
  const local = new Date((Math.floor(seconds) + hoursEast * 3600) * 1000).toISOString();
  const sign = hoursEast < 0 ? '-' : '+';
  return `${local.slice(0, 19)}${sign}${String(Math.abs(hoursEast)).padStart(2, '0')}:00`;
};
