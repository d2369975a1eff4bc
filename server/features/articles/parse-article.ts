import { Lexer, type Token, type Tokens } from 'marked';
import type { ArticleBlock, ArticleInline } from '#shared/wire/article-tree.ts';
import {
  hasTooLongLinks,
  hasTooManyBlocks,
  hasTooManyMarks,
} from '#server/features/articles/markdown-work.ts';

/** How deep lists and quotes of an article go, and emphasis in a text; what is deeper is left out. */
const deepest = 8;

/**
 * The Markdown of an article as a tree. HTML in it is shown as the text that it is. Never throws: a text that
 * cannot be read as Markdown is shown as it was written.
 */
export const parseArticle = (markdown: string): ArticleBlock[] =>
  treeOf(markdown) ?? [{ kind: 'code', text: markdown }];

/** The same; undefined where nesting, marks or length of the text are more than can be gone through, or the library gives up. */
export function treeOf(markdown: string): ArticleBlock[] | undefined {
  if (hasTooManyBlocks(markdown)) return undefined;
  const lexer = new Lexer();
  try {
    lexer.blockTokens(markdown.replaceAll(/\r\n|\r/g, '\n'), lexer.tokens);
    const texts = lexer.inlineQueue.map(({ src }) => src);
    const addresses = Object.values(lexer.tokens.links).map(({ href }) => href ?? '');
    if (hasTooManyMarks(texts) || hasTooLongLinks(addresses, texts)) return undefined;
    for (const { src, tokens } of lexer.inlineQueue) lexer.inlineTokens(src, tokens);
    return blocksOf(lexer.tokens, 0);
  } catch {
    // whatever the library makes of a text, its readers still get the words
    return undefined;
  }
}

function blocksOf(tokens: readonly Token[], depth: number): ArticleBlock[] {
  return depth > deepest ? [] : tokens.flatMap((token) => blockOf(token as Known, depth));
}

type Known =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.List
  | Tokens.Blockquote
  | Tokens.Code
  | Tokens.Table
  | Tokens.Hr
  | Tokens.HTML
  | Tokens.Space
  | Tokens.Def
  | Tokens.Checkbox;

function blockOf(token: Known, depth: number): ArticleBlock[] {
  switch (token.type) {
    case 'heading':
      return [
        {
          kind: 'heading',
          level: Math.min(Math.max(token.depth, 2), 4),
          children: inlinesOf(token.tokens),
        },
      ];
    case 'paragraph':
      return [{ kind: 'paragraph', children: inlinesOf(token.tokens) }];
    case 'text':
      return [
        { kind: 'paragraph', children: token.tokens ? inlinesOf(token.tokens) : plain(token.text) },
      ];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: token.ordered,
          start: Number(token.start) || 1,
          items: token.items.map(({ tokens }) => blocksOf(tokens, depth + 1)),
        },
      ];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(token.tokens, depth + 1) }];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map(({ tokens }) => inlinesOf(tokens)),
          rows: token.rows.map((row) => row.map(({ tokens }) => inlinesOf(tokens))),
        },
      ];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'html':
      return [{ kind: 'paragraph', children: plain(token.raw.trim()) }];
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
  }
}

type KnownInline =
  | Tokens.Text
  | Tokens.Escape
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Del
  | Tokens.Codespan
  | Tokens.Link
  | Tokens.Image
  | Tokens.Br
  | Tokens.Tag
  | Tokens.HTML
  | Tokens.Checkbox;

const inlinesOf = (tokens: readonly Token[], depth = 0): ArticleInline[] =>
  depth > deepest ? [] : tokens.flatMap((token) => inlineOf(token as KnownInline, depth));

function inlineOf(token: KnownInline, depth: number): ArticleInline[] {
  switch (token.type) {
    case 'text':
      return token.tokens ? inlinesOf(token.tokens, depth) : plain(token.text);
    case 'escape':
      return plain(token.text);
    case 'strong':
      return [{ kind: 'strong', children: inlinesOf(token.tokens, depth + 1) }];
    case 'em':
      return [{ kind: 'emphasis', children: inlinesOf(token.tokens, depth + 1) }];
    case 'del':
      return [{ kind: 'struck', children: inlinesOf(token.tokens, depth + 1) }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'link':
      return linkTo(token.href, inlinesOf(token.tokens, depth + 1));
    // a picture is a link to it: the page of an article loads nothing from elsewhere
    case 'image':
      return linkTo(token.href, plain(token.text || token.href));
    case 'br':
      return [{ kind: 'break' }];
    case 'html':
      return plain(token.raw);
    case 'checkbox':
      return plain(token.checked ? '☑ ' : '☐ ');
  }
}

const safeAddress = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

const linkTo = (href: string, children: ArticleInline[]): ArticleInline[] =>
  safeAddress.test(href) ? [{ kind: 'link', href, children }] : children;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
};

const plain = (text: string): ArticleInline[] => [
  {
    kind: 'text',
    text: text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (name) => entities[name] ?? name),
  },
];
