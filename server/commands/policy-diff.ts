import { locales, type Locale } from '#shared/vocabulary.ts';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { readEditions } from '#server/commands/read-editions.ts';
import { readConfig } from '#server/config.ts';
import { loadCalendarFiles } from '#server/features/calendars/calendar-files.ts';
import { combineYears } from '#server/policy/calendar/calendar-import.ts';
import { type DecisionEffects, effectsOf } from '#server/policy/edition/edition-diff-effects.ts';
import { changeJson } from '#server/policy/edition/edition-diff-outcome.ts';
import { say } from '#server/policy/edition/edition-diff-labels.ts';
import {
  diffEditions,
  type EditionChange,
  sectionWords,
} from '#server/policy/edition/edition-diff.ts';
import { type Policy, vendorDay } from '#server/policy/packs.ts';

/** What `policy diff` may be told by flags. */
export interface DiffOptions {
  /** One JSON object. */
  readonly json?: boolean;
  /** `ru` unless given. */
  readonly lang?: string;
}

/** Questions shown to a person; all of them with `--json`. */
const shown = 24;

/**
 * `reglament policy diff A B`: what the newer of two editions says and decides otherwise. Each is a
 * file, `vendor@edition`, or a vendor for its edition in force.
 */
export async function policyDiff(
  env: Environment,
  names: readonly string[],
  { json, lang = 'ru' }: DiffOptions,
  now: () => number,
): Promise<number> {
  const locale = locales.find((one) => one === lang);
  const [older, newer] = names;
  if (older === undefined || newer === undefined || names.length > 2 || !locale) {
    return misuse(
      'Say `policy diff A B`, with `--lang ru`, `uz` or `en`; A and B are files or vendor@edition.',
    );
  }
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  const files = await loadCalendarFiles(config.value.CALENDAR_DIR);
  if (!files.ok) return refuse(...files.failure);
  const read = await readEditions(
    {
      policyDir: config.value.POLICY_DIR,
      calendars: combineYears(files.value.shipped, files.value.overrides, []),
    },
    [older, newer],
    now(),
  );
  if (!read.ok) return refuse(...read.failure);
  const [a, b] = read.value;
  if (!a || !b) throw new Error('two names gave fewer editions');
  if (a.pack.vendor !== b.pack.vendor) {
    return refuse(`${a.pack.vendor} and ${b.pack.vendor} are two vendors, not two editions.`);
  }
  const changes = diffEditions(a.pack, b.pack);
  const effects = effectsOf(a, b, vendorDay(b, now()));
  if (json) console.log(JSON.stringify(asJson(locale, { a, b, changes, effects })));
  else for (const line of asText(locale, { a, b, changes, effects })) console.log(line);
  return 0;
}

interface Diff {
  readonly a: Policy;
  readonly b: Policy;
  readonly changes: readonly EditionChange[];
  readonly effects: DecisionEffects;
}

const nameOf = ({ pack: { vendor, edition } }: Policy) => ({ vendor, edition });

const asJson = (locale: Locale, { a, b, changes, effects }: Diff) => ({
  from: nameOf(a),
  to: nameOf(b),
  changes: changes.map((change) => ({ ...change, sentence: change.sentence(locale) })),
  asked: effects.asked,
  effects: effects.effects.map(({ question, changes: differing, sentence }) => {
    const { receivedAt, of: _of, ...rest } = question;
    return {
      receivedAt: new Date(receivedAt).toISOString(),
      ...rest,
      changes: differing.map(changeJson),
      sentence: sentence(locale),
    };
  }),
});

function asText(locale: Locale, { a, b, changes, effects }: Diff): string[] {
  const [from = '', to = ''] = [a, b].map(({ pack }) => `${pack.vendor} ${pack.edition}`);
  const names = { from, to };
  const sections = [...new Set(changes.map(({ section }) => section))];
  const said = effects.effects.filter(
    (_effect, index, { length }) => length <= shown || index % Math.ceil(length / shown) === 0,
  );
  return [
    say(locale, changes.length > 0 ? 'diff.heading' : 'diff.noChanges', {
      ...names,
      count: changes.length,
    }),
    ...sections.flatMap((section) => [
      '',
      sectionWords(locale, section),
      ...changes
        .filter((change) => change.section === section)
        .map((change) => `  ${change.sentence(locale)}`),
    ]),
    '',
    say(locale, said.length > 0 ? 'diff.effects' : 'diff.noEffects', {
      asked: effects.asked,
      count: effects.effects.length,
      shown: said.length,
    }),
    ...said.map((effect) => `  ${effect.sentence(locale)}`),
  ];
}
