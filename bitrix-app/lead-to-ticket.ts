import type { Locale } from '#shared/vocabulary.ts';
import type { Panel } from '#widget/controllers/panel.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import { readPagesUntil } from '#widget/read-pages.ts';

/**
 * Opens the request that a link inside the portal names, however old it is; otherwise the list.
 *
 * @returns the sentence for a request that is none of the person's own; empty otherwise
 */
export async function leadToTicket(
  panel: Pick<Panel, 'own' | 'openThread' | 'go'>,
  number: string,
  locale: Locale,
): Promise<string> {
  const isNamed = (row: { readonly number: string }) => row.number === number;
  await panel.own.load(readPagesUntil((rows) => rows.some(isNamed)));
  const named = panel.own.tickets?.find(isNamed);
  if (named) {
    await panel.openThread(named.id);
    return '';
  }
  if (!panel.own.failure) await panel.own.load((page) => page());
  panel.go('list');
  return panel.own.failure ? '' : problemSentence(locale, { code: 'ticket.not_found' });
}
