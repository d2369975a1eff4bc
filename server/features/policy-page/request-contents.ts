import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Rule } from '#server/features/policy-page/rule-list.ts';
import { channelName } from '#server/features/policy-page/channel-name.ts';
import type { PackField, PolicyPack } from '#server/policy/pack.ts';

/** What a request has to hold, and how it may reach the desk. */
export const contentRules = (words: PageWords, pack: PolicyPack): Rule[] => [
  ...(['required', 'asked', 'optional'] as const).flatMap((rule) => fieldRules(words, pack, rule)),
  ...severityRule(words, pack),
  ...readingRules(words, pack),
  voiceRule(words, pack),
  ...onlyByRules(words, pack),
  ...secretRule(words, pack),
];

function fieldRules(
  words: PageWords,
  { intake, requesters }: PolicyPack,
  requirement: PackField['requirement'],
): Rule[] {
  const { locale, say } = words;
  const fields = intake.fields.filter((field) => field.requirement === requirement);
  if (fields.length === 0) return [];
  const notes = requesters.categories.flatMap(({ id, label }) => {
    const others = fields.filter((field) => (field.byRequester[id] ?? requirement) !== requirement);
    const rule = others[0]?.byRequester[id];
    return rule
      ? [
          say('requests.byRequester', {
            who: label[locale],
            fields: labelsOf(others, locale),
            rule: say(`requests.${rule}`),
          }),
        ]
      : [];
  });
  return [
    {
      clauses: fields.map(({ clause }) => clause),
      says: labelsOf(fields, locale),
      notes,
      value: say(`requests.${requirement}`),
      tone: 'internal',
    },
  ];
}

const labelsOf = (fields: readonly PackField[], locale: PageWords['locale']): string =>
  [...new Set(fields.map(({ label }) => label[locale]))].join(' · ');

function severityRule({ locale, say }: PageWords, { intake }: PolicyPack): Rule[] {
  const { severity, fields } = intake;
  const field = fields.find(({ id }) => id === severity?.field)?.label[locale];
  return severity && field
    ? [{ clauses: [severity.clause], says: say('requests.severity', { field }) }]
    : [];
}

function readingRules({ say }: PageWords, { intake }: PolicyPack): Rule[] {
  const { mode, clause, similar } = intake.deflection;
  if (!clause) return [];
  return [
    {
      clauses: [clause, ...(similar ? [similar.clause] : [])],
      says: say(`requests.deflection.${mode}`),
      notes: [
        ...(similar ? [say('requests.similar')] : []),
        ...(mode === 'none' ? [] : [say('requests.deflection.critical')]),
      ],
    },
  ];
}

const voiceRule = ({ say }: PageWords, { intake }: PolicyPack): Rule => ({
  clauses: intake.voice.clause ? [intake.voice.clause] : [],
  says: say(`requests.voice.${intake.voice.rule}`),
});

/** Categories that only some channels take. */
const onlyByRules = (words: PageWords, { intake }: PolicyPack): Rule[] =>
  intake.categories.flatMap(({ label, channels }) =>
    channels === 'any'
      ? []
      : [
          {
            clauses: [channels.clause],
            says: words.say('requests.only', {
              category: label[words.locale],
              ways: channels.only.map((kind) => channelName(words, kind)).join(', '),
            }),
          },
        ],
  );

function secretRule({ say }: PageWords, { intake }: PolicyPack): Rule[] {
  const { expireAfterDays, freeText, clause } = intake.secrets;
  if (!intake.fields.some(({ secret }) => secret)) return [];
  const days = say('target.day', { count: expireAfterDays });
  return [
    {
      clauses: clause ? [clause] : [],
      says: say('requests.secrets'),
      notes: [say(`requests.secretsNote.${freeText}`), say('requests.secretsExpire', { days })],
    },
  ];
}
