import { accessScopes, type GrantKind } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What an asked scope is: an admin's access, or a secret field of the form; undefined for neither. */
export function grantKindOf({ intake }: PolicyPack, scope: string): GrantKind | undefined {
  if ((accessScopes as readonly string[]).includes(scope)) return 'admin_access';
  return intake.fields.some(({ id, secret }) => secret && id === scope)
    ? 'connection_data'
    : undefined;
}
