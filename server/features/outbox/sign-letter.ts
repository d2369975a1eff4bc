import type { Locale } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The letter's text with the role that signs below it, where the regulation names one. */
export function signed({ roles }: Pick<PolicyPack, 'roles'>, locale: Locale, text: string): string {
  const role = roles.find(({ signs }) => signs);
  return role ? `${text}\n\n${role.name[locale]}` : text;
}
