import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { findArticle } from '#server/features/articles/articles.repository.ts';
import { findKnownProblem } from '#server/features/known-problems/known-problems.repository.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { findNamedProduct } from '#server/features/releases/ticket-product.ts';
import { allReleases, keepRelease } from '#server/features/releases/releases.repository.ts';
import { waitForRelease } from '#server/features/releases/wait-for-release.ts';
import {
  outAlready,
  plannedFor,
  releasedAs,
  releasedIn,
  tokensOf,
} from '#server/policy/life/answer-pointer.ts';
import type { ActOf, AnswerGiven } from '#server/policy/life/life-act.ts';
import { versionsOf } from '#server/policy/decision/product-versions.ts';
import { sameVersion } from '#server/policy/decision/version-order.ts';
import { vendorDate } from '#server/policy/packs.ts';

/** A ticket that is locked. */
interface AnsweredTicket {
  readonly tenantId: string;
  readonly id: string;
  readonly edition: string;
}

const unknown = (
  code:
    | 'answer.unknown_version'
    | 'answer.unknown_update'
    | 'answer.unknown_day'
    | 'answer.unknown_workaround',
  field: string,
) => fail<Problem>({ code, fields: [field] });

/**
 * What an answer points at has to exist, where the vendor keeps a registry of versions: a version or an
 * update that is out, the day of one to come, a way round that is written down. Whoever is told a day
 * is told when it has come.
 *
 * Fails with `answer.unknown_version`, `answer.unknown_update`, `answer.unknown_day`,
 * `answer.unknown_workaround`, with `release.out` where the version to come is out already, or, registry or
 * none, with `instant.past` where its day has gone by.
 *
 * @param now epoch milliseconds
 */
export async function holdAnswerToRegistry(
  tx: Transaction,
  policies: PolicyRegistry,
  { tenantId, id, edition }: AnsweredTicket,
  answer: AnswerGiven | null | undefined,
  now: number,
): Promise<Result<void, Problem>> {
  const policy = policies.edition(tenantId, edition);
  const kinds = policy?.pack.answers?.kinds;
  const needs = kinds?.find(({ id: kind }) => kind === answer?.kind)?.needs;
  const holds = answer?.holds ?? {};
  const named = needs && holds[needs];
  if (!named) return succeed(undefined);
  const field = `answer.holds.${needs}`;
  if (policy && needs === 'date' && named < vendorDate(policy, now))
    return fail({ code: 'instant.past', fields: [field] });
  const registry = await registryFor(tx, tenantId, id);
  if (registry.length === 0) return succeed(undefined);
  switch (needs) {
    case 'version':
      return releasedAs(registry, named)
        ? succeed(undefined)
        : unknown('answer.unknown_version', field);
    case 'update':
      return releasedIn(registry, named)
        ? succeed(undefined)
        : unknown('answer.unknown_update', field);
    case 'date': {
      const day = { on: named, version: holds.version };
      if (outAlready(registry, day)) return fail({ code: 'release.out', fields: [field] });
      const release = plannedFor(registry, day);
      if (!release || !(await keepRelease(tx, tenantId, release.id)))
        return unknown('answer.unknown_day', field);
      await waitForRelease(tx, tenantId, id, release.id);
      return succeed(undefined);
    }
    case 'workaround': {
      const names = tokensOf([named, holds.article ?? ''].join(' '));
      return (await knowsWorkaround(tx, tenantId, names))
        ? succeed(undefined)
        : unknown('answer.unknown_workaround', field);
    }
    default:
      return succeed(undefined);
  }
}

/**
 * A ticket that is to wait for a version waits for one of the registry, where the vendor keeps one.
 *
 * Fails with `answer.unknown_version` where no such version is there, or `release.out` where it is out.
 */
export async function holdPlanToRegistry(
  tx: Transaction,
  { tenantId, id }: Pick<AnsweredTicket, 'tenantId' | 'id'>,
  { on, version }: Pick<ActOf<'plan_release'>, 'on' | 'version'>,
): Promise<Result<void, Problem>> {
  const registry = await registryFor(tx, tenantId, id);
  if (registry.length === 0) return succeed(undefined);
  const release =
    version === null
      ? plannedFor(registry, { on })
      : registry.find((one) => sameVersion(one.version, version));
  if (!release)
    return version === null ? succeed(undefined) : unknown('answer.unknown_version', 'version');
  if (!(await keepRelease(tx, tenantId, release.id)))
    return fail({ code: 'release.out', fields: ['version'] });
  await waitForRelease(tx, tenantId, id, release.id);
  return succeed(undefined);
}

/** Versions that a ticket may mean, those of its own product where that is known. */
const registryFor = async (tx: Transaction, tenantId: string, ticketId: string) =>
  versionsOf(await allReleases(tx, tenantId), await findNamedProduct(tx, tenantId, ticketId));

/** At most this many words of an answer are looked up. */
const lookedUp = 20;

async function knowsWorkaround(
  tx: Transaction,
  tenantId: string,
  names: readonly string[],
): Promise<boolean> {
  for (const name of names.slice(0, lookedUp)) {
    const problem = await findKnownProblem(tx, tenantId, name);
    if (problem && problem.state !== 'withdrawn') {
      const said = Object.values(problem.texts).some(({ workaround }) => workaround);
      if (said || problem.articleId !== null) return true;
    }
    const article =
      (await findArticle(tx, tenantId, { id: name })) ??
      (await findArticle(tx, tenantId, { slug: name.split('/').at(-1) ?? name }));
    if (article?.state === 'published') return true;
  }
  return false;
}
