import { z } from 'zod';

/** A run of words and what stands among them. No node holds markup: text is shown as text. */
export type ArticleInline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly children: readonly ArticleInline[] }
  | {
      readonly kind: 'link';
      /** `https:`, `http:`, `mailto:` or `tel:`, nothing else. */
      readonly href: string;
      readonly children: readonly ArticleInline[];
    }
  | { readonly kind: 'break' };

/** One block of an article. */
export type ArticleBlock =
  | {
      readonly kind: 'heading';
      /** 2 to 4: the title of the article is the first. */
      readonly level: number;
      readonly children: readonly ArticleInline[];
    }
  | { readonly kind: 'paragraph'; readonly children: readonly ArticleInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** Number of the first item. */
      readonly start: number;
      readonly items: readonly (readonly ArticleBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly ArticleBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly ArticleInline[])[];
      readonly rows: readonly (readonly (readonly ArticleInline[])[])[];
    }
  | { readonly kind: 'rule' };

/** Words as a tree, for OpenAPI: the server makes it, and nobody sends one. */
export const articleInline: z.ZodType<ArticleInline> = z
  .lazy(() =>
    z.union([
      z.object({ kind: z.enum(['text', 'code']), text: z.string() }),
      z.object({ kind: z.enum(['strong', 'emphasis', 'struck']), children: inlines }),
      z.object({ kind: z.literal('link'), href: z.string(), children: inlines }),
      z.object({ kind: z.literal('break') }),
    ]),
  )
  .meta({ id: 'ArticleInline' });

const inlines = z.array(articleInline);

/** Blocks as a tree, likewise. */
export const articleBlock: z.ZodType<ArticleBlock> = z
  .lazy(() =>
    z.union([
      z.object({ kind: z.literal('heading'), level: z.int().min(2).max(4), children: inlines }),
      z.object({ kind: z.literal('paragraph'), children: inlines }),
      z.object({
        kind: z.literal('list'),
        ordered: z.boolean(),
        start: z.int(),
        items: z.array(blocks),
      }),
      z.object({ kind: z.literal('quote'), blocks }),
      z.object({ kind: z.literal('code'), text: z.string() }),
      z.object({
        kind: z.literal('table'),
        head: z.array(inlines),
        rows: z.array(z.array(inlines)),
      }),
      z.object({ kind: z.literal('rule') }),
    ]),
  )
  .meta({ id: 'ArticleBlock' });

const blocks = z.array(articleBlock);
