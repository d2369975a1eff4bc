import type { Locale } from '#shared/vocabulary.ts';
import { roleName } from '#server/features/life/role-name.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Who hears appeals and by which clause, in words; null where the regulation has none. */
export const appealRule = (
  pack: PolicyPack,
  locale: Locale,
): { readonly to: string; readonly clause: string } | null =>
  pack.appeal ? { to: roleName(pack, pack.appeal.to, locale), clause: pack.appeal.clause } : null;
