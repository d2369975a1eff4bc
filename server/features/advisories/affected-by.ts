import type { Audience } from '#shared/wire/announcements.ts';
import type { AdvisoryRow } from '#server/features/advisories/advisories.table.ts';

/** Whom a vulnerability concerns: whoever has a contract and may have one of its versions. */
export const affectedBy = ({
  product,
  affectedFrom: from,
  fixedIn: before,
}: AdvisoryRow): Extract<Audience, { kind: 'holders' }> => ({
  kind: 'holders',
  product,
  from,
  before,
});
