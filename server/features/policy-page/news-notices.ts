import { html } from 'hono/html';
import { dateAndTime } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { CurrentNews } from '#shared/wire/announcements.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { momentOf, type Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What everybody is told of now. @param at epoch milliseconds */
export type NewsOf = (
  vendor: string,
  locale: Locale,
  at: number,
) => Promise<readonly CurrentNews[]>;

/** What everybody is told of now: failures, planned works with their time, versions. */
export const newsNotices = (
  words: PageWords,
  pack: PolicyPack,
  news: readonly CurrentNews[],
): readonly Html[] =>
  news.map(
    ({ title, text, works }) =>
      html`<div class="notice" role="note">
        <p><strong>${title}</strong></p>
        <p>${text}</p>
        ${works ? html`<p>${worksTime(words, pack, works)}</p>` : ''}
      </div>`,
  );

function worksTime(
  { locale, say }: PageWords,
  { desk, timezoneLabel }: PolicyPack,
  works: NonNullable<CurrentNews['works']>,
): Html {
  const [from, until] = [Date.parse(works.from), Date.parse(works.until)];
  const moment = (at: number) => dateAndTime(locale, desk.timezone, at);
  const zone = timezoneLabel[locale];
  return momentOf(from, say('page.works', { from: moment(from), until: moment(until), zone }));
}
