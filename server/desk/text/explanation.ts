import type { DeskTicket } from '#shared/wire/desk.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/follow-up/en.ts';
import { ru } from '#shared/i18n/follow-up/ru.ts';
import { uz } from '#shared/i18n/follow-up/uz.ts';
import type { Language } from '#shared/vocabulary.ts';
import { explainPromise } from '#widget/explain.ts';
import type { Words } from '#widget/words.ts';

const catalogs = { ru, uz, en } as const;

/** How the due instant came about: the same paragraph that the requester reads. Empty without one. */
export function explanationOf(locale: Language, ticket: DeskTicket): string {
  const { edition, firstResponse } = ticket.decision;
  const words = { locale, t: translator(locale, catalogs[locale]) as Words['t'] };
  return explainPromise(words, firstResponse, {
    zone: ticket.timezone.id,
    receivedAt: Date.parse(ticket.receivedAt ?? ticket.createdAt),
    editionDate: /^\d{4}-\d{2}-\d{2}$/.test(edition) ? edition : null,
    editionId: edition,
  });
}
