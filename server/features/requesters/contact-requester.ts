import { sql } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { requesters, type RequesterRow } from '#server/features/requesters/requesters.table.ts';

/** Somebody an agent spoke with, as far as they said who they are. */
export interface SpokenWith {
  readonly tenantId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly locale: Locale;
}

/**
 * The requester that somebody becomes whom nobody vouches for. The same phone is the same requester, until
 * they are erased; without one everybody is somebody else.
 *
 * @param otherwise tells those apart who left no phone; says nothing about them
 */
export async function contactRequester(
  deps: Pick<Deps, 'db' | 'ids'>,
  person: SpokenWith,
  otherwise: string,
  at: Date,
): Promise<RequesterRow> {
  const { tenantId, name, phone, organisation, locale } = person;
  const row: RequesterRow = {
    tenantId,
    id: `rqr_${sha256(`${tenantId}\ncontact\n${otherwise}`).slice(0, 26)}`,
    identity: 'device',
    provenBy: null,
    name,
    email: null,
    emailVerified: false,
    phone,
    spokenPhone: phone?.replace(/\D/g, '') || null,
    organisation,
    position: null,
    contract: null,
    plan: null,
    category: null,
    region: null,
    timezone: null,
    locale,
    updatedAt: at,
  };
  return row.spokenPhone === null ? row : { ...row, id: await idByPhone(deps, row) };
}

/** Who has the phone already, else a new requester, who has it from now on. */
async function idByPhone(
  { db, ids }: Pick<Deps, 'db' | 'ids'>,
  row: RequesterRow,
): Promise<string> {
  const { tenantId, identity, emailVerified, spokenPhone, locale, updatedAt } = row;
  const bare = { tenantId, identity, emailVerified, spokenPhone, locale, updatedAt };
  const [known] = await db
    .insert(requesters)
    .values({ ...bare, id: ids.next('rqr') })
    .onConflictDoUpdate({
      target: [requesters.tenantId, requesters.spokenPhone],
      targetWhere: sql`spoken_phone is not null`,
      set: { updatedAt },
    })
    .returning({ id: requesters.id });
  if (!known) throw new Error('a requester who is put in or found has an id');
  return known.id;
}
