import type { Deps } from '#server/deps.ts';
import { grantSealPlace } from '#server/features/access/access-grants.repository.ts';

/** Connection data that came with a request, sealed; instants are ISO. */
export interface GrantDraft {
  readonly id: string;
  /** The form's field. */
  readonly scope: string;
  readonly days: number;
  readonly sealed: string;
  readonly expiresAt: string;
}

const dayMs = 86_400_000;

/**
 * Seals the answers to secret fields.
 *
 * @param secrets by field id
 * @param days how long the pack keeps them
 * @param givenAt epoch milliseconds
 */
export const draftGrants = (
  { ids, secretBox }: Pick<Deps, 'ids' | 'secretBox'>,
  tenantId: string,
  secrets: Readonly<Record<string, string>>,
  days: number,
  givenAt: number,
): GrantDraft[] =>
  Object.entries(secrets).map(([scope, secret]) => {
    const id = ids.next('acc');
    return {
      id,
      scope,
      days,
      sealed: secretBox.seal(secret, grantSealPlace(tenantId, id)),
      expiresAt: new Date(givenAt + days * dayMs).toISOString(),
    };
  });
