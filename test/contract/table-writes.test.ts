import { expect, test } from 'vitest';
import { projectFiles, readSource } from '#test/support/sources.ts';

const sources = projectFiles().filter(
  (path) => /^server\/.*\.ts$/.test(path) && !/^server\/(desk|policy|db\/migrations)\//.test(path),
);
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/** Each table by its constant and by its name, and the folder that it belongs to. */
const tables = sources
  .filter((path) => path.endsWith('.table.ts'))
  .flatMap((path) =>
    [...readSource(path).matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g)].map(
      ([, constant = '', name = '']) => ({ constant, name, owner: folderOf(path) }),
    ),
  );

/** What writes with drizzle's builder, with `insertRows`, or in SQL. */
const writes = [
  /\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g,
  /\binsertRows\(\s*\w+,\s*(\w+)/g,
  /\b(?:insert into|update|delete from) (\w+)\b/g,
];

/** Who writes another's table, and why it is better so. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // the hot write: everything of a new ticket is one statement and one round trip
  'server/features/tickets/write-tickets.ts': [
    'access_grants',
    'article_uses',
    'attachments',
    'ticket_events',
    'ideas',
    'message_search',
    'messages',
    'outbox',
    'requester_proofs',
    'requesters',
    'ticket_counters',
    'timers',
  ],
  // the head of the chain stands in the counter row, so that one lock serves number and chain
  'server/features/event-log/append-events.ts': ['ticket_counters'],
};

const found = sources.flatMap((path) => {
  const code = readSource(path).replaceAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const named = new Set(writes.flatMap((write) => [...code.matchAll(write)].map(([, to]) => to)));
  return tables
    .filter(({ constant, name }) => named.has(constant) || named.has(name))
    .filter(({ owner }) => !path.startsWith(`${owner}/`))
    .map(({ name }) => ({ path, name }));
});

test('there is something to look at', () => {
  expect(tables.length).toBeGreaterThan(40);
});

test('a table is written by its own slice alone', () => {
  const wrong = found.filter(({ path, name }) => !allowed[path]?.includes(name));

  expect(wrong.map(({ path, name }) => `${path} → ${name}`)).toEqual([]);
});

test('nothing is allowed that nobody does any more', () => {
  const done = new Set(found.map(({ path, name }) => `${path} → ${name}`));
  const listed = Object.entries(allowed).flatMap(([path, names]) =>
    names.map((name) => `${path} → ${name}`),
  );

  expect(listed.filter((one) => !done.has(one))).toEqual([]);
});
