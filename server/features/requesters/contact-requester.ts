import type { Locale } from '#shared/vocabulary.ts';
import { sha256 } from '#server/digest.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';

/** Somebody an agent spoke with, as far as they said who they are. */
export interface SpokenWith {
  readonly tenantId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly locale: Locale;
}

/**
 * The requester that somebody becomes whom nobody vouches for. The same phone is the same requester;
 * without one everybody is somebody else.
 *
 * @param otherwise tells those apart who left no phone
 */
export function contactRequester(person: SpokenWith, otherwise: string, at: Date): RequesterRow {
  const { tenantId, name, phone, organisation, locale } = person;
  const subject = phone?.replace(/\D/g, '') || otherwise;
  return {
    tenantId,
    id: `rqr_${sha256(`${tenantId}\ncontact\n${subject}`).slice(0, 26)}`,
    identity: 'device',
    provenBy: null,
    name,
    email: null,
    emailVerified: false,
    phone,
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
}
