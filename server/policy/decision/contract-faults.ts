import type { ProblemCode } from '#shared/wire/problem.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { type CopyKind, planStanding } from './plans.ts';
import { isPublicMailDomain } from './public-mail.ts';

/** What of a contract a regulation has a say in. Days are `YYYY-MM-DD`. */
export interface JudgedContract {
  readonly plan: string | null;
  readonly level: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly email: string | null;
  readonly domains: readonly string[];
}

/** Why a contract cannot be recorded under a regulation, and by which of its fields. */
export interface ContractFault {
  readonly code: ProblemCode;
  readonly field: string;
}

/** Everything about a contract that its regulation does not know or does not allow. */
export function contractFaults(pack: PolicyPack, contract: JudgedContract): ContractFault[] {
  const { plan, level, validFrom, validUntil, email, domains } = contract;
  const faults: ContractFault[] = [];
  if (plan !== null && !isPlanHere(pack, plan)) {
    faults.push({ code: 'contract.plan_unknown', field: 'plan' });
  }
  if (level !== null && !isLevelHere(pack, level)) {
    faults.push({ code: 'contract.level_unknown', field: 'level' });
  }
  if (validUntil !== null && validUntil < validFrom) {
    faults.push({ code: 'contract.ends_before_it_begins', field: 'validUntil' });
  }
  if (email === null && pack.acknowledge.emailRequired) {
    faults.push({ code: 'contract.email_missing', field: 'email' });
  }
  const provider = domains.findIndex(isPublicMailDomain);
  if (provider >= 0) {
    faults.push({ code: 'contract.domain_public', field: `domains.${provider}` });
  }
  return faults;
}

/** A plan of the pack; any where the text names none; a kind of copy for which it sells none. */
const isPlanHere = (pack: PolicyPack, plan: string): boolean =>
  pack.plans.length === 0 ||
  pack.plans.some(({ id }) => id === plan) ||
  (isCopyKind(plan) && planStanding(pack, plan, {}).kind === 'no_plan_needed');

/** A level of the pack; any where the text leaves their terms, and so their names, to contracts. */
const isLevelHere = ({ levels }: PolicyPack, level: string): boolean =>
  levels.every(({ firstResponse }) => firstResponse === null) ||
  levels.some(({ id }) => id === level);

const isCopyKind = (plan: string): plan is CopyKind => plan === 'rental' || plan === 'box';

/** Regions that a regulation tells apart, by its channels and offices. */
export function regionsOf({ channels, desk }: PolicyPack): ReadonlySet<string> {
  const offices = 'offices' in desk ? desk.offices : [];
  return new Set([
    ...channels.flatMap((channel) => (channel.official ? (channel.regions ?? []) : [])),
    ...offices.flatMap(({ regions }) => regions ?? []),
  ]);
}
