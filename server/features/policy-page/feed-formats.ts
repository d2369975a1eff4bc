import type { EditionFeed } from '#server/features/policy-page/edition-feed.ts';

/** The feed as Atom. @param self address of the feed @see RFC 4287 */
export function atomFeed({ title, home, locale, entries }: EditionFeed, self: string): string {
  const parts = entries.map(
    (entry) => `  <entry>
    <id>${xml(entry.url)}</id>
    <title>${xml(entry.title)}</title>
    <updated>${entry.updated}</updated>
    <link href="${xml(entry.url)}"/>
    <content type="text">${xml(entry.changes.join('\n') || entry.title)}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${xml(self)}</id>
  <title>${xml(title)}</title>
  <updated>${newest({ title, home, locale, entries })}</updated>
  <author><name>${xml(title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(home)}"/>
${parts.join('\n')}
</feed>
`;
}

/** The same as JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = ({ title, home, locale, entries }: EditionFeed, self: string): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: home,
  feed_url: self,
  language: locale,
  items: entries.map((entry) => ({
    id: entry.url,
    url: entry.url,
    title: entry.title,
    content_text: entry.changes.join('\n') || entry.title,
    date_published: entry.updated,
  })),
});

const newest = ({ entries }: EditionFeed): string =>
  entries.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), '');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
