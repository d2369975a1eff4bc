import { describe, expect, test } from 'vitest';
import { articleBlock } from '#shared/wire/article-tree.ts';
import { parseArticle, treeOf } from '#server/features/articles/parse-article.ts';
import { harmlessTexts, hostileTexts } from '#test/support/hostile-markdown.ts';

const text = (said: string) => ({ kind: 'text', text: said });
const paragraph = (...children: unknown[]) => ({ kind: 'paragraph', children });

describe('Markdown as a tree', () => {
  test.each([
    [
      'a heading below the title',
      '# Оплата',
      [{ kind: 'heading', level: 2, children: [text('Оплата')] }],
    ],
    ['a deep heading', '###### x', [{ kind: 'heading', level: 4, children: [text('x')] }]],
    [
      'words that stand out',
      '**a** *b* ~~c~~ `d<e>`',
      [
        paragraph(
          { kind: 'strong', children: [text('a')] },
          text(' '),
          { kind: 'emphasis', children: [text('b')] },
          text(' '),
          { kind: 'struck', children: [text('c')] },
          text(' '),
          { kind: 'code', text: 'd<e>' },
        ),
      ],
    ],
    [
      'a list in a list',
      '3. a\n   - b',
      [
        {
          kind: 'list',
          ordered: true,
          start: 3,
          items: [
            [
              paragraph(text('a')),
              { kind: 'list', ordered: false, start: 1, items: [[paragraph(text('b'))]] },
            ],
          ],
        },
      ],
    ],
    ['a quote', '> a', [{ kind: 'quote', blocks: [paragraph(text('a'))] }]],
    ['code', '```js\n<b>\n```', [{ kind: 'code', text: '<b>' }]],
    ['a rule', '---', [{ kind: 'rule' }]],
    [
      'a table',
      '| a |\n|---|\n| b |',
      [{ kind: 'table', head: [[text('a')]], rows: [[[text('b')]]] }],
    ],
    ['entities', 'a &amp; b', [paragraph(text('a & b'))]],
    [
      'a link',
      '[a](https://x.example/?q=1)',
      [paragraph({ kind: 'link', href: 'https://x.example/?q=1', children: [text('a')] })],
    ],
    [
      'a picture is a link to it',
      '![план](https://x.example/a.png)',
      [paragraph({ kind: 'link', href: 'https://x.example/a.png', children: [text('план')] })],
    ],
  ])('%s', (_case, markdown, tree) => {
    expect(parseArticle(markdown)).toEqual(tree);
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](//x.example)',
    '[a](file:///etc/passwd)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
  ])('%s leads nowhere', (markdown) => {
    expect(JSON.stringify(parseArticle(markdown))).not.toContain('"link"');
  });

  test('HTML is shown as the text that it is', () => {
    const tree = parseArticle('<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b');

    expect(tree).toEqual([
      paragraph(text('<script>alert(1)</script>')),
      paragraph(text('a '), text('<img src=x onerror=alert(1)>'), text(' b')),
    ]);
  });

  test('a tree is of the shape that the document of the API names', () => {
    const tree = parseArticle('# a\n\n- [x] b\n  > c **d**\n\n| e |\n|---|\n| [f](tel:1) |');

    expect(articleBlock.array().parse(tree)).toEqual(tree);
  });

  test('quotes in quotes and emphasis in emphasis without end are cut off', () => {
    const quotes = JSON.stringify(parseArticle(`${'> '.repeat(20)}a`));
    const stars = JSON.stringify(parseArticle(`${'**'.repeat(50)}a${'**'.repeat(50)}`));

    expect(quotes.match(/quote/g)!.length).toBeLessThan(12);
    expect(stars.match(/strong/g)!.length).toBeLessThan(12);
  });

  test('Windows ends of lines are ends of lines', () => {
    expect(parseArticle('- a\r\n- b')).toEqual(parseArticle('- a\n- b'));
  });

  test.each(Object.entries(hostileTexts))('%s is shown as it was written', (_name, markdown) => {
    expect(treeOf(markdown)).toBeUndefined();
    expect(parseArticle(markdown)).toEqual([{ kind: 'code', text: markdown }]);
  });

  test.each(Object.entries(harmlessTexts))('%s is read as Markdown', (_name, markdown) => {
    expect(markdown.length).toBeLessThanOrEqual(50_000);
    expect(treeOf(markdown)).toBeDefined();
  });
});
