import postgres from 'postgres';
import { readAddress } from '#server/db/address.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';

/** Ids, enums, instants, digests, versions and addresses: nothing that a person could say something in. */
const idForm = '^[0-9A-Za-z._:/#?&=%~+,-]{0,255}$';

/** Ids that people give, and those with a space: the number of a contract, a calendar with its years. */
const givenIds = [
  'contract_saved.number',
  'portal_contract_confirmed.contract',
  'due_moved.calendar',
];

/** Params of an event that hold something else than the log may, as `kind.param`. */
export const freeWords = ({ kind, params }: Pick<LoggedEvent, 'kind' | 'params'>): string[] =>
  Object.entries(params)
    .filter(([, value]) => typeof value === 'string' && !new RegExp(idForm).test(value))
    .map(([name]) => `${kind}.${name}`)
    .filter((place) => !givenIds.includes(place));

/** The same of everything that a database's log holds; nothing where it has no log. */
export async function loggedWords(database: string): Promise<string[]> {
  const { url, address } = readAddress(database);
  const sql = postgres(url, { ...address, max: 1, onnotice: () => undefined });
  try {
    const [log] = await sql`select to_regclass('ticket_events') as there`;
    if (log?.['there'] === null) return [];
    const found = await sql<{ place: string }[]>`
      select distinct e.kind || '.' || p.key as place
      from ticket_events e,
        json_each_text(case when e.body like '{%}' then e.body::json -> 'params' end) p
      where p.value !~ ${idForm}`;
    return found.map(({ place }) => place).filter((place) => !givenIds.includes(place));
  } finally {
    await sql.end();
  }
}
