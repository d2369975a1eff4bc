import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { ArticleVisibility } from '#shared/wire/articles.ts';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import { articles, articleSearch } from '#server/features/articles/articles.table.ts';
import type { SearchWord } from '#server/policy/search/words.ts';

/** Whose articles are searched, and which of them. */
export interface SearchedArticles {
  readonly tenantId: string;
  readonly readable: readonly ArticleVisibility[];
  /** Rows of languages, of which an article has up to three. */
  readonly limit: number;
}

/** What words weigh in the text, its summary and its title. */
const weights = sql.raw(`'{0.15, 0.15, 0.4, 1}'::real[]`);
/** How much of a word has to be alike, three letters at a time: one wrong letter of six passes. */
const alikeFrom = 0.4;
const { exact, stems, folded } = articleSearch;

/** Articles that hold every word, as it is, as its beginning or by its stem; words as they are come first. */
export async function withAllWords(
  db: Database,
  words: readonly SearchWord[],
  searched: SearchedArticles,
): Promise<string[]> {
  const whole = every(
    words.map((word, at) => (at === words.length - 1 ? begins(word) : same(word))),
  );
  const byStem = every(words.map(stemOf));
  const held = words.map(
    (word) => sql`(${exact} @@ ${begins(word)} or ${stems} @@ ${stemOf(word)})`,
  );
  const rank = sql`ts_rank(${weights}, ${exact}, ${whole}) + ts_rank(${weights}, ${stems}, ${byStem})`;
  return idsOf(db, searched, and(...held), sql`${exact} @@ ${whole} desc, ${rank} desc`);
}

/** Articles that hold some of the words, or words that are alike: those with the most come first. */
export async function withSomeWords(
  db: Database,
  words: readonly SearchWord[],
  searched: SearchedArticles,
): Promise<string[]> {
  const scores = words.map((word) => {
    const alike = sql`word_similarity(${beginningOf(word)}, ${folded})`;
    return sql`greatest(
      ts_rank(${weights}, ${exact}, ${begins(word)}),
      ts_rank(${weights}, ${stems}, ${stemOf(word)}) * 0.9,
      ${long(word) ? sql`case when ${alike} >= ${alikeFrom} then ${alike} * 0.4 end` : sql`0`})`;
  });
  const held = sql`(${exact} @@ ${some(words.map(begins))} or ${stems} @@ ${some(words.map(stemOf))}
    ${sql.join(
      words.filter(long).map((word) => sql`or ${beginningOf(word)} <% ${folded}`),
      sql` `,
    )})`;
  return inTransaction(db, async (tx) => {
    await tx.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(alikeFrom)}, true)`,
    );
    return idsOf(tx, searched, held, sql`${sql.join(scores, sql` + `)} desc`);
  });
}

async function idsOf(
  db: Database,
  { tenantId, readable, limit }: SearchedArticles,
  held: SQL | undefined,
  order: SQL,
): Promise<string[]> {
  const rows = await db
    .select({ id: articleSearch.articleId })
    .from(articleSearch)
    .innerJoin(
      articles,
      and(eq(articles.tenantId, articleSearch.tenantId), eq(articles.id, articleSearch.articleId)),
    )
    .where(
      and(eq(articleSearch.tenantId, tenantId), inArray(articles.visibility, [...readable]), held),
    )
    .orderBy(order, articleSearch.articleId)
    .limit(limit);
  return [...new Set(rows.map(({ id }) => id))];
}

// words are letters and digits alone, so nothing in them is read as a sign of the query
const same = ({ folded: word }: SearchWord): SQL => sql`${`'${word}'`}::tsquery`;
const begins = (word: SearchWord): SQL =>
  long(word) ? sql`${`'${word.folded}':*`}::tsquery` : same(word);
const stemOf = ({ plain, stem }: SearchWord): SQL =>
  sql`(plainto_tsquery('russian', ${plain}) || plainto_tsquery('simple', ${stem}))`;
/** Too short a word is like too many, and begins too many. */
const long = ({ folded: word }: SearchWord): boolean => word.length > 2;
/** Without the letters that other endings have: those are no typing mistakes. */
const beginningOf = ({ folded: word }: SearchWord): string =>
  word.slice(0, Math.max(4, word.length - 2));
const every = (queries: readonly SQL[]): SQL => sql`(${sql.join([...queries], sql` && `)})`;
const some = (queries: readonly SQL[]): SQL => sql`(${sql.join([...queries], sql` || `)})`;
