import type { PackProblem } from '#server/policy/pack/references.ts';
import type { LintFinding } from './finding.ts';

/** What keeps a file from being read, each by a code that says what is missing. */
export const unreadable = (problems: readonly PackProblem[]): LintFinding[] =>
  problems.map(({ code, at, problem }) => ({
    level: 'error',
    at,
    text: `${problem}.`,
    ...(code === 'schema.invalid' ? schemaFinding(at) : { code, remedy: remedies[code] }),
  }));

const remedies = {
  'rule.without_clause': 'State the clause in `clauses`, or cite the one that is meant.',
  'name.unknown': 'Name something that the pack holds.',
  'name.twice': 'Give each its own name.',
  'part.missing': 'Add the part, or take out what needs it.',
} as const satisfies Record<Exclude<PackProblem['code'], 'schema.invalid'>, string>;

type Named = Pick<LintFinding, 'code' | 'remedy' | 'key'>;

/** Places where a wrong shape means more than a wrong shape. */
const meanings: readonly (readonly [where: RegExp, what: Named])[] = [
  [
    /[/](?:\w+C|c)lause$/,
    { code: 'rule.without_clause', remedy: 'Every rule names the clause that it is from.' },
  ],
  [
    /[/](?:ru|uz|en)$/,
    { code: 'language.missing', remedy: 'Write the sentence in this language too.' },
  ],
  [
    /^[/]clocks[/]firstResponse[/]reading$/,
    {
      code: 'key.missing',
      key: 'A1',
      remedy: 'Choose clamped, sameClockRoll, endOfDay or businessHours.',
    },
  ],
  [
    /^[/]format$/,
    { code: 'format.unknown', remedy: 'Write `"format": 1`: this server reads no other.' },
  ],
];

const schemaFinding = (at: string): Named =>
  meanings.find(([where]) => where.test(at))?.[1] ?? {
    code: 'schema.invalid',
    remedy: 'The JSON Schema beside the packs describes what belongs here.',
  };
