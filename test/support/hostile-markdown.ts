const fill = (piece: string) => piece.repeat(Math.floor(50_000 / piece.length));

/** Texts that an article may be as long as, and whose Markdown would take seconds or all of the stack. */
export const hostileTexts: Readonly<Record<string, string>> = {
  stars: `${'*'.repeat(24_900)}a${'*'.repeat(24_900)}`,
  'stars in stars': `${'*'.repeat(3_000)}a${'*'.repeat(3_000)}`,
  'only stars': fill('*a '),
  'stars that close': fill('a*'),
  'strong that closes late': `${'**a '.repeat(6_000)}${'b** '.repeat(6_000)}`,
  'two kinds of emphasis': fill('**_a '),
  underscores: fill('_a'),
  'struck in struck': `${'~~a '.repeat(6_000)}${'b~~ '.repeat(6_000)}`,
  brackets: fill('['),
  pictures: fill('!['),
  'links that end nowhere': fill('[a](b "'),
  'references without a definition': `[a]: b\n\n${fill('[a]').slice(0, 49_000)}`,
  backticks: fill('`a'),
  'angle brackets': fill('<'),
  'tags that end nowhere': fill('<a href="'),
  'addresses of mail': fill('a@'),
  backslashes: `*${fill('\\*')}`.slice(0, 50_000),
  quotes: '> '.repeat(4_000),
  lists: '- '.repeat(3_000),
  numbers: '1. '.repeat(3_000),
  pluses: '+ '.repeat(3_000),
  'lists in quotes': '> - '.repeat(2_000),
  'quotes in lists': '- > '.repeat(2_000),
  'lists that go in': Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
  'an item of many lines': `- ${fill('a\n')}`.slice(0, 50_000),
  'an item of many long lines': `- ${fill('  some words of it\n')}`.slice(0, 50_000),
  'headings without end': fill('a\n-\n'),
  'definitions without end': fill('[a]: b\n'),
  'a wide table of empty rows': `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${'|\n'.repeat(1_000)}`,
  'a wide table in a quote': `> ${'a|'.repeat(1_000)}\n> ${'-|'.repeat(1_000)}\n${'> |\n'.repeat(1_000)}`,
  'a wide table in a list': `- ${'|a'.repeat(500)}|\n  ${'|:-'.repeat(500)}|\n${'  b\n'.repeat(500)}`,
  'many wide tables': `${`${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(30)}\n`.repeat(30)}`,
  'one long address used often': `[a]: https://${'x'.repeat(10_000)}\n\n${'[a] [a] [a] [a]\n\n'.repeat(1_400)}`,
};

const sentence =
  'Откройте **Оплаты**, выберите `долг_ученика` и нажмите [Закрыть](https://x.example/a_b#c).';

/** Texts as people write them, some of them long. */
export const harmlessTexts: Readonly<Record<string, string>> = {
  'an article of fifty thousand characters': fill(`## Раздел\n\n${sentence} ${sentence}\n\n`),
  'a long flat list': fill(`- ${sentence}\n`),
  'a list in a list': fill(
    '- один, и к нему ещё много слов о том же\n  - два\n    - три\n      - четыре\n',
  ),
  'a long listing': `\`\`\`ts\n${'  const a_b = [c[0], `d`] * 2;\n'.repeat(1_400)}\`\`\``,
  'a table': `| a | b |\n|---|---|\n${'| **x** | `y_z` |\n'.repeat(2_000)}`,
  'a wide table with some cells left out': `${'| a '.repeat(12)}|\n${'|---'.repeat(12)}|\n${'| b | c | d |\n'.repeat(200)}`,
  'one address used often': `[a]: https://help.x.example/docs/payments\n\n${'См. [a].\n\n'.repeat(1_000)}`,
  'a rule of stars': `a\n\n${'*'.repeat(80)}\n\nb`,
};
