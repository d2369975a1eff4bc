import { cyrillic } from '#shared/i18n/cyrillic.ts';
import type { Language, Locale } from '#shared/vocabulary.ts';
import type { ArticleBlock, ArticleInline } from '#shared/wire/article-tree.ts';

type Read<Text> = Omit<Text, 'locale'> & { readonly locale: Locale };
type Words = { readonly locale: Language; readonly title: string; readonly summary: string };

const isSpelled = (written: Language, locale: Locale) => written === 'uz' && locale === 'uz-Cyrl';

/** Title and summary for their reader: Uzbek in Cyrillic letters for who reads these. */
export const headingAsRead = <Text extends Words>(text: Text, locale: Locale): Read<Text> =>
  isSpelled(text.locale, locale)
    ? { ...text, locale, title: cyrillic(text.title), summary: cyrillic(text.summary) }
    : text;

/** The body likewise; code and addresses stay as they are. */
export const bodyAsRead = (
  blocks: readonly ArticleBlock[],
  written: Language,
  locale: Locale,
): ArticleBlock[] => (isSpelled(written, locale) ? blocks.map(spelledBlock) : [...blocks]);

const spelledLine = (line: readonly ArticleInline[]): ArticleInline[] =>
  line.map((node) => {
    if (node.kind === 'text') return { ...node, text: cyrillic(node.text) };
    return 'children' in node ? { ...node, children: spelledLine(node.children) } : node;
  });

function spelledBlock(block: ArticleBlock): ArticleBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: spelledLine(block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(spelledBlock)) };
    case 'quote':
      return { ...block, blocks: block.blocks.map(spelledBlock) };
    case 'table':
      return {
        ...block,
        head: block.head.map(spelledLine),
        rows: block.rows.map((row) => row.map(spelledLine)),
      };
    default:
      return block;
  }
}
