import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { headingAsRead } from '#server/features/articles/as-read.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { headingsOf } from '#server/features/articles/article-headings.ts';
import { ownerOf } from '#server/features/articles/articles.repository.ts';
import {
  articles,
  articleSlugs,
  articleUsesTable,
} from '#server/features/articles/articles.table.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';
import { signedArticleHref } from '#server/features/articles/article-link.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

const givenTo = ({ tenantId, ticketId }: TicketPlace) =>
  and(
    eq(articleUsesTable.tenantId, tenantId),
    eq(articleUsesTable.ticketId, ticketId),
    eq(articleUsesTable.use, 'answer'),
  );

/** Articles that answered a ticket, as its requester is shown them; those that readers no longer have are left out. */
export async function givenArticles(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  place: TicketPlace,
  locale: Locale,
): Promise<TicketThread['articles']> {
  const rows = await deps.db
    .select({ id: articleUsesTable.articleId })
    .from(articleUsesTable)
    .where(givenTo(place));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const found = await headingsOf(deps.db, place.tenantId, ids);
  return ids.flatMap((id) => {
    const texts = found.filter((one) => one.id === id);
    const text = inLocale(texts, locale);
    if (!text) return [];
    const { slug, title, locale: spoken } = headingAsRead(text, locale);
    return { slug, title, locale: spoken, href: articleHref(deps, place.tenantId, slug) };
  });
}

/** Whether an article answered some ticket of a requester: what was given may be read, whoever it is for. */
export async function wasGiven(
  db: Database,
  { tenantId, slug, requesterId }: { tenantId: string; slug: string; requesterId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(
      articleUsesTable,
      and(
        eq(articleUsesTable.tenantId, articles.tenantId),
        eq(articleUsesTable.articleId, articles.id),
        eq(articleUsesTable.use, 'answer'),
      ),
    )
    .innerJoin(
      tickets,
      and(
        eq(tickets.tenantId, articleUsesTable.tenantId),
        eq(tickets.id, articleUsesTable.ticketId),
        eq(tickets.requesterId, requesterId),
      ),
    )
    .where(and(eq(articles.tenantId, tenantId), inArray(articles.id, ownerOf(db, tenantId, slug))))
    .limit(1);
  return row !== undefined;
}

/**
 * A letter's text where the addresses of articles that answered its ticket open them: those that are not for
 * everybody get a key. Other addresses stay as they were written.
 */
export async function withOpenLinks(
  deps: Pick<Deps, 'db' | 'publicUrl' | 'secretBox' | 'now'>,
  place: TicketPlace,
  text: string,
): Promise<string> {
  if (!text.includes(articleHref(deps, place.tenantId, ''))) return text;
  const closed = await deps.db
    .select({ slug: articleSlugs.slug })
    .from(articleUsesTable)
    .innerJoin(
      articles,
      and(
        eq(articles.tenantId, articleUsesTable.tenantId),
        eq(articles.id, articleUsesTable.articleId),
      ),
    )
    .innerJoin(
      articleSlugs,
      and(eq(articleSlugs.tenantId, articles.tenantId), eq(articleSlugs.articleId, articles.id)),
    )
    .where(and(givenTo(place), ne(articles.visibility, 'public')));
  const slugs = new Set(closed.map(({ slug }) => slug));
  return text
    .split('\n')
    .map((line) => {
      const slug = [...slugs].find((one) => line === articleHref(deps, place.tenantId, one));
      return slug === undefined ? line : signedArticleHref(deps, place.tenantId, slug);
    })
    .join('\n');
}
