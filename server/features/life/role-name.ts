import type { Locale } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What a role of the regulation is called; its id where the edition no longer knows it. */
export const roleName = ({ roles }: PolicyPack, id: string, locale: Locale): string =>
  roles.find((role) => role.id === id)?.name[locale] ?? id;
