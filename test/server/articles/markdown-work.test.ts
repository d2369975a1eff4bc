import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleHtml } from '#server/features/articles/article-html.ts';
import { treeOf } from '#server/features/articles/parse-article.ts';

const times = (piece: fc.Arbitrary<string>, most: number) =>
  fc.tuple(piece, fc.integer({ min: 1, max: most })).map(([said, count]) => said.repeat(count));

const run = times(
  fc.constantFrom(
    '|',
    '|a',
    '|-',
    ':-|',
    '-',
    '> ',
    '- ',
    '1. ',
    '  ',
    '**',
    '_',
    '~~',
    '`',
    '[',
    '[a]',
    '![a]',
    '[a][b] ',
    '[^1]',
    'a ',
    '<b>',
    '&amp;',
    '\\|',
    'www.x.example ',
    'a@x.example ',
  ),
  400,
);
const line = fc.array(run, { minLength: 1, maxLength: 3 }).map((runs) => runs.join(''));
const lines = times(
  line.map((said) => `${said}\n`),
  600,
);
const definition = times(fc.constantFrom('x', '/a'), 4_000).map(
  (path) => `\n[a]: https://x.example/${path}\n\n`,
);
const table = fc
  .record({
    lead: fc.constantFrom('', '> ', '- ', '> - '),
    columns: fc.integer({ min: 1, max: 400 }),
    rows: fc.integer({ min: 0, max: 600 }),
    row: fc.constantFrom('|', 'a', '|a|b', '\\|', '[a]', '|-'),
  })
  .map(({ lead, columns, rows, row }) => {
    const inside = lead.replaceAll('-', ' ');
    const head = `${lead}${'|a'.repeat(columns)}|\n${inside}${'|-'.repeat(columns)}|\n`;
    return `${head}${`${inside}${row}\n`.repeat(rows)}`;
  });
const anyMarkdown = fc
  .array(fc.oneof(lines, definition, table, fc.constant('\n')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').slice(0, 50_000));

/** Characters that a page has for one of its text, at most: an empty cell is one bar. */
const mostPerChar = 64;
/** What may come on top: cells that rows are filled with, and addresses said again. */
const mostOnTop = 400_000;

test('whatever is read as Markdown makes a page of a length that its text bounds', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const tree = treeOf(markdown);
      if (!tree) return;
      const { length } = articleHtml(tree).join('');
      expect(length).toBeLessThanOrEqual(markdown.length * mostPerChar + mostOnTop);
    }),
    { numRuns: 150, seed: 20261122 },
  );
}, 60_000);
