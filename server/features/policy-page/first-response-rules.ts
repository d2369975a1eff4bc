import { html } from 'hono/html';
import { lengthOf } from '#server/features/policy-page/lengths.ts';
import { listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html } from '#server/features/policy-page/parts.ts';
import type { Rule } from '#server/features/policy-page/rule-list.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The number of a request, the first response, and the diagnosis that may come with it. */
export const firstResponseRules = (words: PageWords, pack: PolicyPack): Rule[] => [
  ...numberRule(words, pack),
  firstResponseRule(words, pack),
  ...diagnosisRule(words, pack),
];

function numberRule({ locale, say }: PageWords, { acknowledge }: PolicyPack): Rule[] {
  if (!acknowledge.number) return [];
  const ways = listed(
    locale,
    acknowledge.channels.map((way) => say(`ack.${way}`)),
  );
  return [
    {
      clauses: acknowledge.clause ? [acknowledge.clause] : [],
      says: say('promises.number'),
      notes: [
        say('promises.numberBy', { ways }),
        ...(acknowledge.emailRequired ? [say('promises.emailRequired')] : []),
      ],
      value: say('promises.atOnce'),
    },
  ];
}

function firstResponseRule(words: PageWords, pack: PolicyPack): Rule {
  const { say } = words;
  const clock = pack.clocks.firstResponse;
  const first = { clauses: [clock.clause], says: say('promises.first') };
  const notes = [counting(words, pack), ...levels(words, pack)];
  switch (clock.kind) {
    case 'none':
      return { ...first, value: say('promises.noFirstTerm'), tone: 'unstated' };
    case 'contract':
      return { ...first, notes, value: say('promises.byContract') };
    case 'level':
      return { ...first, notes, value: say('promises.byLevel') };
    case 'fixed': {
      const { target, reading, hoursPerDay } = clock;
      const inDays = target.unit === 'businessDay' && reading;
      const how = inDays ? [say(`reading.${reading}`, { count: hoursPerDay ?? 0 })] : [];
      return { ...first, notes: [...how, ...notes], value: lengthOf(words, target) };
    }
  }
}

/** What stops the clock of the first response. */
function counting(words: PageWords, { stops, clocks }: PolicyPack): Html {
  const { say } = words;
  const kinds = listed(
    words.locale,
    stops.counts.map((kind) => say(`response.${kind}`)),
  );
  const automatic = say(stops.autoAckCounts ? 'promises.autoAck' : 'promises.autoAckNot');
  const source =
    stops.clause === clocks.firstResponse.clause ? '' : clauseLink(words, stops.clause);
  return html`${say('promises.counts', { kinds })} ${automatic} ${source}`;
}

/** Each level that the text names, with its term or without. */
const levels = (words: PageWords, pack: PolicyPack): Html[] =>
  pack.levels.map(
    ({ name, firstResponse, clause }) =>
      html`${name[words.locale]}:
      ${
        firstResponse
          ? lengthOf(words, firstResponse)
          : html`<span class="unstated">${words.say('value.notStated')}</span>`
      }
      ${clause === pack.clocks.firstResponse.clause ? '' : clauseLink(words, clause)}`,
  );

function diagnosisRule({ say }: PageWords, { clocks }: PolicyPack): Rule[] {
  const { limit, clause } = clocks.diagnosis;
  if (limit === 'none' && !clause) return [];
  return [
    {
      clauses: clause ? [clause] : [],
      says: say('promises.diagnosis'),
      ...(limit === 'none'
        ? { value: say('value.noTerm'), tone: 'unstated' }
        : { value: say('promises.sameTerm') }),
    },
  ];
}
