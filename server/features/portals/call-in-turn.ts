import { fail, succeed, type Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import { settleTurn, takeTurn } from '#server/features/portals/portal-paces.repository.ts';
import { pauseAfter } from '#server/features/portals/portal-pause.ts';
import { askRest, type RestFailure, type RestPlace } from '#server/features/portals/portal-rest.ts';

/** `held`: the call was certainly not done, because the portal is to be left alone until then. */
export type TurnFailure = RestFailure | { readonly kind: 'held'; readonly until: Date };

/**
 * Calls one method of a portal as a job may: two calls a second over all servers, none while the portal is too
 * busy or does not answer. Never waits by itself: a call whose turn has not come is `held`.
 *
 * @param params flat, as a form writes them: `fields[TITLE]`
 */
export async function callInTurn(
  { db, now, portalHttp }: Pick<Deps, 'db' | 'now' | 'portalHttp'>,
  tenantId: string,
  place: RestPlace,
  method: string,
  params: Readonly<Record<string, string>> = {},
): Promise<Result<unknown, TurnFailure>> {
  const paced = { tenantId, host: new URL(place.restUrl).host };
  const turn = await takeTurn(db, paced, new Date(now()));
  if (!turn.taken) return fail({ kind: 'held', until: turn.until });
  const answer = await askRest(portalHttp, place, method, params);
  const { failures, until, untouched } = pauseAfter(answer, turn.failures, now());
  const pausedUntil = until === undefined ? undefined : new Date(until);
  if (failures !== turn.failures || pausedUntil) await settleTurn(db, paced, failures, pausedUntil);
  if (answer.ok) return succeed(answer.value.result);
  return fail(untouched && pausedUntil ? { kind: 'held', until: pausedUntil } : answer.failure);
}
