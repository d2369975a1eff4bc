import { cutShort } from '#widget/record/cut-short.ts';

const longest = 600;
const longestInside = 120;
const mostInside = 10;

const secretName = /passw|pwd|secret|token|cookie|authorization|api.?key|парол|parol/i;

/** A plain property of an object or of what it inherits from; getters are never run. */
function dataOf(value: object, name: string): unknown {
  let owner: object | null = value;
  for (let depth = 0; owner && depth < 6; depth += 1) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found) return found.value;
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  return undefined;
}

const textOr = (value: unknown, other: string) => (typeof value === 'string' ? value : other);

const nodeOf = (value: object): string | undefined =>
  typeof Node === 'function' && value instanceof Node
    ? `<${value.nodeName.toLowerCase()}>`
    : undefined;

function shallow(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cutShort(value, longestInside));
  if (typeof value !== 'object' || value === null) return plain(value);
  return nodeOf(value) ?? (Array.isArray(value) ? `[${value.length}]` : '{…}');
}

function plain(value: unknown): string {
  if (typeof value === 'function') return `ƒ ${textOr(dataOf(value, 'name'), '')}`;
  return typeof value === 'string' ? value : String(value);
}

function insideOf(value: object): string {
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.byteLength})`;
  const list = Array.isArray(value) ? value : undefined;
  // all names of a list of millions would stop the page
  const keys = list
    ? Array.from({ length: Math.min(list.length, mostInside) }, (_, at) => `${at}`)
    : Object.keys(value);
  const names = keys.slice(0, mostInside);
  const parts = names.map((name) => {
    const { value: own, get } = Object.getOwnPropertyDescriptor(value, name) ?? {};
    const said = get ? '…' : secretName.test(name) ? '•••' : shallow(own);
    return list ? said : `${name}: ${said}`;
  });
  const more = (list ?? keys).length > names.length ? ', …' : '';
  return list ? `[${parts.join(', ')}${more}]` : `{ ${parts.join(', ')}${more} }`;
}

/** One value as a line of text, a level deep: no getter is run and no part of the page is read. */
export function summarise(value: unknown): string {
  if (typeof value !== 'object' || value === null) return cutShort(plain(value), longest);
  if (value instanceof DOMException) return cutShort(`${value.name}: ${value.message}`, longest);
  if (value instanceof Error) {
    const name = textOr(dataOf(value, 'name'), 'Error');
    return cutShort(`${name}: ${textOr(dataOf(value, 'message'), '')}`, longest);
  }
  return cutShort(nodeOf(value) ?? insideOf(value), longest);
}

/** What was given to a console, as one line; places of its first text are filled, its colours left out. */
export function consoleText(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return cutShort(args.map(summarise).join(' '), longest);
  const said = cutShort(first, longest).replace(/%[sdifoOc]/g, (place) =>
    rest.length === 0 ? place : (given(place, rest.shift()) ?? ''),
  );
  return cutShort([said, ...rest.map(summarise)].join(' '), longest);
}

const given = (place: string, value: unknown) => (place === '%c' ? '' : summarise(value));
