import type { Locale } from '#shared/vocabulary.ts';
import type { AccessGrantView } from '#shared/wire/access.ts';
import type { AccessGrant } from '#server/features/access/access-grants.table.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * Where an access stands. What has run out has, whether or not its timer has come yet.
 *
 * @param now epoch milliseconds
 */
export function grantState(
  { givenAt, expiresAt, revokedAt }: AccessGrant,
  now: number,
): AccessGrantView['state'] {
  if (revokedAt) return 'revoked';
  if (!givenAt) return 'asked';
  return expiresAt && expiresAt.getTime() <= now ? 'expired' : 'given';
}

/** An access as both sides see it: never what it opens. */
export function grantView(
  grant: AccessGrant,
  policy: Policy | undefined,
  locale: Locale,
  now: number,
): AccessGrantView {
  const { id, kind, scope, days } = grant;
  const clause = policy?.pack.intake.secrets.clause;
  return {
    id,
    kind,
    scope,
    label: policy?.fields.get(scope)?.label[locale] ?? null,
    days,
    state: grantState(grant, now),
    askedAt: grant.createdAt.toISOString(),
    givenAt: grant.givenAt?.toISOString() ?? null,
    expiresAt: grant.expiresAt?.toISOString() ?? null,
    revokedAt: grant.revokedAt?.toISOString() ?? null,
    ...(clause === undefined ? {} : { clause }),
  };
}
