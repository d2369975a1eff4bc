import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
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

/** What words weigh in the summary and the title; the text itself is only looked through. */
const weights = sql.raw(`'{0, 0, 0.4, 1}'::real[]`);
/** How much of a word has to be alike, three letters at a time: one wrong letter of six passes. */
const alikeFrom = 0.4;
const {
  tenantId: tenant,
  articleId,
  locale,
  exact,
  stems,
  head,
  headStems,
  folded,
} = articleSearch;

const rankOf = (word: SearchWord): SQL =>
  sql`greatest(ts_rank(${weights}, ${head}, ${begins(word)}), ts_rank(${weights}, ${headStems}, ${stemOf(word)}) * 0.9)`;

/** Articles that hold every word as it is, the last one perhaps not yet typed to its end. */
export async function withWholeWords(
  db: Database,
  words: readonly SearchWord[],
  searched: SearchedArticles,
): Promise<string[]> {
  const whole = words.map((word, at) => (at === words.length - 1 ? begins(word) : same(word)));
  return idsOf(
    db,
    searched,
    and(...whole.map((one) => sql`${exact} @@ ${one}`)),
    words.map(rankOf),
  );
}

/** Articles that hold every word, as its beginning or by its stem. */
export async function withStems(
  db: Database,
  words: readonly SearchWord[],
  searched: SearchedArticles,
): Promise<string[]> {
  const held = words.map(
    (word) => sql`(${exact} @@ ${begins(word)} or ${stems} @@ ${stemOf(word)})`,
  );
  return idsOf(db, searched, and(...held), words.map(rankOf));
}

/** Articles with some of the words in title or summary: those with the most come first. */
export async function withSomeWords(
  db: Database,
  words: readonly SearchWord[],
  searched: SearchedArticles,
): Promise<string[]> {
  return idsOf(db, searched, or(...words.flatMap(inHead)), words.map(rankOf));
}

/** The same where words are mistyped: also by words that are alike. */
export async function withWordsAlike(
  db: Database,
  words: readonly SearchWord[],
  searched: SearchedArticles,
): Promise<string[]> {
  const ranks = words.map((word) => {
    // `offset 0` keeps it one comparison a row: nothing here costs more
    const alike = sql`(select word_similarity(${beginningOf(word)}, ${folded}) as share offset 0)`;
    return long(word)
      ? sql`greatest(${rankOf(word)}, (select share * 0.4 from ${alike} as alike where share >= ${alikeFrom}))`
      : rankOf(word);
  });
  const held = words.flatMap((word) => [
    ...inHead(word),
    ...(long(word) ? [sql`${beginningOf(word)} <% ${folded}`] : []),
  ]);
  // one `or` would be answered by reading every row, as what likeness costs is not known to the planner
  const rows = held.map(
    (one) =>
      sql`select ${articleId}, ${locale} from ${articleSearch} where ${tenant} = ${searched.tenantId} and ${one}`,
  );
  const among = sql`(${articleId}, ${locale}) in (${sql.join(rows, sql` union `)})`;
  return inTransaction(db, async (tx) => {
    await tx.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(alikeFrom)}, true)`,
    );
    return idsOf(tx, searched, among, ranks);
  });
}

const inHead = (word: SearchWord): SQL[] => [
  sql`${head} @@ ${begins(word)}`,
  sql`${headStems} @@ ${stemOf(word)}`,
];

async function idsOf(
  db: Database,
  { tenantId, readable, limit }: SearchedArticles,
  held: SQL | undefined,
  ranks: readonly SQL[],
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
    .orderBy(sql`${sql.join([...ranks], sql` + `)} desc`, articleSearch.articleId)
    .limit(limit);
  return [...new Set(rows.map(({ id }) => id))];
}

// words are letters and digits alone, so nothing in them is read as a sign of the query; each query is made
// once a statement, where without `select` it would be made once a row
const same = ({ folded: word }: SearchWord): SQL => sql`(select ${`'${word}'`}::tsquery)`;
const begins = (word: SearchWord): SQL =>
  long(word) ? sql`(select ${`'${word.folded}':*`}::tsquery)` : same(word);
const stemOf = ({ plain, stem }: SearchWord): SQL =>
  sql`(select plainto_tsquery('russian', ${plain}) || plainto_tsquery('simple', ${stem}))`;
/** Too short a word is like too many, and begins too many. */
const long = ({ folded: word }: SearchWord): boolean => word.length > 2;
/** Without the letters that other endings have: those are no typing mistakes. */
const beginningOf = ({ folded: word }: SearchWord): string =>
  word.slice(0, Math.max(4, word.length - 2));
