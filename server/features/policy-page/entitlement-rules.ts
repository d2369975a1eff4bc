import { nextStepLink } from '#server/features/policy-page/next-step-link.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Rule } from '#server/features/policy-page/rule-list.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Whom the promises hold for, on what conditions, and when nothing is promised. */
export const entitlementRules = (words: PageWords, pack: PolicyPack): Rule[] => [
  entitlementRule(words, pack),
  ...guaranteeRule(words, pack),
  ...outsideHours(words, pack),
];

function entitlementRule(words: PageWords, { entitlement, clauses }: PolicyPack): Rule {
  const step = nextStepLink(words, entitlement.nextStep);
  return {
    clauses: [entitlement.clause],
    says: clauses[entitlement.clause]?.text[words.locale] ?? '',
    value: words.say(`promises.entitlement.${entitlement.kind}`),
    notes: step ? [step] : [],
  };
}

/** What has to hold besides; without it support is a courtesy. */
function guaranteeRule(words: PageWords, pack: PolicyPack): Rule[] {
  const { locale, say } = words;
  const { guarantee, intake, notices, clauses } = pack;
  const conditional = notices.some(({ code }) => code === 'not_guaranteed');
  if (guarantee.fields.length === 0 && !conditional) return [];
  const labels = intake.fields
    .filter(({ id }) => guarantee.fields.includes(id))
    .map(({ label }) => label[locale]);
  return [
    {
      clauses: [guarantee.clause],
      says: clauses[guarantee.clause]?.text[locale] ?? '',
      value: say('promises.conditions'),
      notes: labels.length > 0 ? [say('promises.fields', { fields: labels.join('; ') })] : [],
    },
  ];
}

const outsideHours = ({ locale, say }: PageWords, { notices, clauses }: PolicyPack): Rule[] =>
  notices
    .filter(({ code }) => code === 'outside_hours_not_guaranteed')
    .map(({ clause }) => ({
      clauses: [clause],
      says: clauses[clause]?.text[locale] ?? '',
      value: say('promises.notGuaranteed'),
      tone: 'unstated',
    }));
