import { type Locale, locales } from '#shared/vocabulary.ts';
import type { Result } from '#shared/result.ts';
import type { Explanation } from '#shared/wire/explanation.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { policiesInForce } from '#server/commands/policies-in-force.ts';
import { withDatabase, withDatabaseIfAny } from '#server/commands/with-database.ts';
import {
  explainPolicy,
  type PolicyQuestion,
} from '#server/features/explanations/explain-policy.ts';
import { explainTicket } from '#server/features/explanations/explain-ticket.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import type { Policy } from '#server/policy/packs.ts';
import { findTicketByNumber } from '#server/features/tickets/tickets.repository.ts';

/** What `policy explain` may be told by flags. */
export interface ExplainOptions {
  readonly vendor?: string;
  /** ISO 8601 instant; now where it is left out. */
  readonly at?: string;
  readonly category?: string;
  readonly plan?: string;
  readonly level?: string;
  /** `MOD-1042`: the decision that is stored, in place of one made now. */
  readonly ticket?: string;
  readonly lang?: string;
  /** The structure in place of the paragraph. */
  readonly json?: boolean;
}

/**
 * `reglament policy explain`: one paragraph on what a regulation says, or on what it said to a ticket.
 * It counts as the server of this environment does, by its imports and publications; where there is no
 * database, by the files alone.
 */
export async function policyExplain(
  env: Environment,
  args: readonly string[],
  { vendor, ticket, at, lang = 'ru', json, ...asked }: ExplainOptions,
  now: () => number,
): Promise<number> {
  if (args.length > 0 || (vendor === undefined) === (ticket === undefined)) {
    return misuse(
      'Say `policy explain --vendor VENDOR --at INSTANT` or `policy explain --ticket NUMBER`.',
    );
  }
  const locale = locales.find((one) => one === lang);
  if (!locale) return misuse(`--lang is one of ${locales.join(', ')}.`);
  const receivedAt = at === undefined ? now() : instantOf(at);
  if (receivedAt === undefined) return misuse('--at is an instant such as 2026-12-07T13:00:00Z.');
  if (ticket !== undefined) return explainStored(env, ticket, locale, json);
  return withDatabaseIfAny(env, async (db, config) => {
    const read = await policiesInForce(db, config);
    if (!read.ok) return refuse(...read.failure);
    return explainGeneral(read.value, { ...asked, vendor: vendor ?? '', receivedAt, locale }, json);
  });
}

function explainGeneral(
  policies: PolicyRegistry,
  question: PolicyQuestion,
  json: boolean | undefined,
): number {
  const { vendor, receivedAt, category } = question;
  for (const name of unknownNames(policies.inForce(vendor, receivedAt), question)) {
    console.error(`${vendor} states no ${name}.`);
  }
  return printed(explainPolicy(policies, question), json, {
    'request.not_found': `There is no vendor ${vendor}; there are ${policies.vendors.join(', ')}.`,
    'category.unknown': `${vendor} has no category ${category}.`,
  });
}

async function explainStored(
  env: Environment,
  shown: string,
  locale: Locale,
  json: boolean | undefined,
): Promise<number> {
  const wrong = '--ticket is a number as people say it, such as MOD-1042.';
  const [, prefix, digits] = /^([A-Z]{2,5})-(\d{1,9})$/.exec(shown) ?? [];
  if (prefix === undefined) return misuse(wrong);
  return withDatabase(env, async (db, config) => {
    const read = await policiesInForce(db, config);
    if (!read.ok) return refuse(...read.failure);
    const policies = read.value;
    const vendor = policies.vendors.find((one) =>
      policies.editions(one).some(({ pack }) => pack.numberPrefix === prefix),
    );
    if (!vendor) return misuse(wrong);
    const ticket = await findTicketByNumber(db, vendor, Number(digits));
    return printed(explainTicket(policies, ticket, 'agent', locale), json, {
      'ticket.not_found': `There is no ticket ${shown}, or no file of its edition.`,
    });
  });
}

/** Plans and levels that the pack does not state: a contract may have them, an author may have mistyped them. */
function unknownNames(policy: Policy | undefined, { plan, level }: PolicyQuestion): string[] {
  const { plans = [], levels = [] } = policy?.pack ?? {};
  return [
    ...(plan === undefined || plans.some(({ id }) => id === plan) ? [] : [`plan ${plan}`]),
    ...(level === undefined || levels.some(({ id }) => id === level) ? [] : [`level ${level}`]),
  ];
}

/** An instant of a year that calendars can be about. */
function instantOf(text: string): number | undefined {
  const at = /^20\d{2}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

function printed(
  told: Result<Explanation, Problem>,
  json: boolean | undefined,
  sentences: Partial<Record<Problem['code'], string>>,
): number {
  if (!told.ok) return refuse(sentences[told.failure.code] ?? told.failure.code);
  console.log(json ? JSON.stringify(told.value, null, 2) : told.value.paragraph);
  return 0;
}
