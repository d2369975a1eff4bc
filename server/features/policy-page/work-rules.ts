import { html } from 'hono/html';
import { capitalized, listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink } from '#server/features/policy-page/parts.ts';
import type { Rule } from '#server/features/policy-page/rule-list.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Whose turn it is, and what an answer may be. */
export const workRules = (words: PageWords, pack: PolicyPack): Rule[] => [
  queueRule(words, pack),
  ...answerRule(words, pack),
  ...proactiveRule(words, pack),
  ...retentionRule(words, pack),
];

function queueRule(words: PageWords, { queue, plans, rights }: PolicyPack): Rule {
  const { locale, say } = words;
  const keys = queue.order.map((key) =>
    say(key === 'severity' ? `course.key.severity.${queue.severities}` : `course.key.${key}`),
  );
  const order = keys.reduceRight((rest, first) => say('course.then', { first, rest }));
  const ahead = plans
    .filter(({ id }) => (queue.planWeights[id] ?? 0) > 0)
    .map(({ name }) => name[locale]);
  const outOfTurn = rights.filter(({ action }) => action === 'handle_out_of_turn');
  return {
    clauses: [queue.clause],
    says: say('course.queue'),
    notes: [
      say('course.queueOrder', { keys: order }),
      ...(ahead.length > 0 ? [say('course.planWeight', { plans: listed(locale, ahead) })] : []),
      ...outOfTurn.map(({ clause }) =>
        clause === queue.clause
          ? `${say('course.outOfTurn')}.`
          : html`${say('course.outOfTurn')} — ${clauseLink(words, clause)}`,
      ),
    ],
  };
}

function answerRule(words: PageWords, { answers, scope }: PolicyPack): Rule[] {
  if (!answers) return [];
  const { locale, say } = words;
  const nameOf = (id: string) => answers.kinds.find((kind) => kind.id === id)?.text[locale] ?? id;
  const kinds = answers.kinds.map(({ text }) => text[locale]);
  const required = answers.required.map(({ cause, oneOf }) =>
    say('course.required', {
      cause: scope.causes.find(({ id }) => id === cause)?.text[locale].replace(/\.$/, '') ?? cause,
      kinds: oneOf.map(nameOf).join('; '),
    }),
  );
  const { standardByLink } = answers;
  return [
    {
      clauses: [
        ...answers.kinds.map(({ clause }) => clause),
        ...answers.required.map(({ clause }) => clause),
        ...(standardByLink ? [standardByLink.clause] : []),
      ],
      says: say('course.answers'),
      notes: [
        `${capitalized(locale, kinds.join('; '))}.`,
        ...required,
        ...(standardByLink ? [say('course.byLink')] : []),
      ],
    },
  ];
}

/** What the vendor does unasked, and how often where the text says so. */
function proactiveRule({ locale, say }: PageWords, { proactive }: PolicyPack): Rule[] {
  if (proactive.length === 0) return [];
  return [
    {
      clauses: proactive.map(({ clause }) => clause),
      says: say('course.proactive'),
      notes: proactive.map(({ text, every }) =>
        every
          ? html`${text[locale]} <strong>${say(`course.every.${every}`)}</strong>`
          : text[locale],
      ),
    },
  ];
}

/** How long words are kept, where the text says so. */
function retentionRule({ say }: PageWords, { retention }: PolicyPack): Rule[] {
  if (!retention) return [];
  const { clause, months } = retention;
  return [{ clauses: [clause], says: say('course.retention', { count: months }) }];
}
