import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { byClause, type Rule } from '#server/features/policy-page/rule-list.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Who may ask, what has to be seen of them, and what follows where it is not. */
export const peopleRules = (words: PageWords, pack: PolicyPack): Rule[] =>
  byClause([
    ...categoryRules(words, pack),
    anonymousRule(words, pack),
    ...contractRules(words, pack),
    ...conditionRules(words, pack),
    ...withoutRightRules(words, pack),
  ]);

const categoryRules = ({ locale, say }: PageWords, { requesters }: PolicyPack): Rule[] =>
  requesters.categories.map(({ label, clause, proof, needsAgreement }) => ({
    clauses: [clause],
    says: label[locale],
    notes: needsAgreement ? [say('requests.needsAgreement')] : [],
    value: say(`requests.proof.${proof}`),
    tone: 'internal',
  }));

function anonymousRule({ say }: PageWords, { requesters, rights }: PolicyPack): Rule {
  const { allowed, clause } = requesters.anonymous;
  const refusal = rights.find(
    ({ action, when }) => action === 'refuse' && when.includes('unproven'),
  );
  return {
    clauses: [clause, ...(refusal ? [refusal.clause] : [])],
    says: say(allowed ? 'requests.anonymous' : 'requests.signedIn'),
    notes: refusal ? [say('requests.mayRefuse')] : [],
  };
}

/** Whose messages gain the rights of a contract, and who is told how a request stands. */
function contractRules({ say }: PageWords, { requesters }: PolicyPack): Rule[] {
  const { submit, status } = requesters;
  const by = (clause: string | undefined) => (clause ? [clause] : []);
  return [
    ...(submit.by === 'anyone'
      ? []
      : [{ clauses: by(submit.clause), says: say(`requests.submit.${submit.by}`) }]),
    ...(status.to === 'submitter'
      ? []
      : [{ clauses: by(status.clause), says: say(`requests.status.${status.to}`) }]),
  ];
}

const conditionRules = ({ locale, say }: PageWords, { entitlement }: PolicyPack): Rule[] =>
  entitlement.conditions.map(({ text, shownBy, clause }) => ({
    clauses: [clause],
    says: text[locale],
    value: say(`requests.condition.${shownBy}`),
    tone: 'internal',
  }));

/** Where nothing valid is known: said only where it changes something. */
function withoutRightRules({ say }: PageWords, { entitlement }: PolicyPack): Rule[] {
  const { lapsed, missing, contractRoute } = entitlement;
  const rule = (when: 'lapsed' | 'missing' | 'lapsedOrMissing', effect: typeof lapsed): Rule[] =>
    effect === 'promise'
      ? []
      : [
          {
            clauses: effect === 'contract_route' && contractRoute ? [contractRoute.clause] : [],
            says: say(`requests.${when}`),
            notes: [say(`requests.effect.${effect}`)],
          },
        ];
  return lapsed === missing
    ? rule('lapsedOrMissing', lapsed)
    : [...rule('lapsed', lapsed), ...rule('missing', missing)];
}
