import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Policy } from '#server/policy/packs.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** A reason or cause in the words of the regulation; its clause speaks where the reason has no words of its own. */
export function reasonText(
  { pack, outReasons }: Policy,
  reason: string,
  clause: string | null,
  locale: Locale,
): string {
  const { autoClose, scope, clauses } = pack;
  const own =
    outReasons.get(reason) ??
    scope.deferReasons.find((deferral) => deferral.reason === reason) ??
    scope.causes.find(({ id }) => id === reason);
  if (own) return own.text[locale];
  const silence = autoClose?.reasons.find(({ id }) => id === reason);
  if (silence) return translator(locale, catalogs[locale])(`silence.${silence.id}`);
  return (clause === null ? undefined : clauses[clause]?.text[locale]) ?? reason;
}
