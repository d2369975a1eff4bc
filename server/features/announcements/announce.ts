import { fail, succeed, type Result } from '#shared/result.ts';
import type { AnnounceBody } from '#shared/wire/announcements.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { writeAnnouncement } from '#server/features/announcements/write-announcement.ts';
import { findOrganisation } from '#server/features/organisations/read-organisation.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { planOf } from '#server/policy/decision/plans.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** How far behind ours the clock may be by which somebody says that it is to be told now. */
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** How long news is shown that says nothing of an end. */
const shownDays = 14;

/**
 * Publishes an announcement now or at its time, and answers with its id. Fails with `request.invalid`,
 * `organisation.not_found`, `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function announce(
  deps: Deps,
  tenantId: string,
  agent: Agent,
  body: AnnounceBody,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const at = new Date(deps.now());
  const { works } = body;
  const publishAt = body.publishAt === undefined ? at : new Date(body.publishAt);
  if (works && (body.kind !== 'planned_works' || works.from >= works.until))
    return fail({ code: 'request.invalid', fields: ['works'] });
  const words = Object.entries(body.texts).flatMap(([locale, { title, text }]) => [
    [`texts.${locale}.title`, title],
    [`texts.${locale}.text`, text],
  ]);
  const { pack } = deps.policies.inForce(tenantId, at.getTime()) ?? {};
  const told = refusedSecret(pack, Object.fromEntries(words) as Record<string, string>);
  if (told) return fail(told);
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('ann');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['announcement', body],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    const { audience } = body;
    if (
      audience.kind === 'organisation' &&
      !(await findOrganisation(tx, tenantId, audience.organisation))
    )
      return fail({ code: 'organisation.not_found' });
    const wrong = [
      ...(publishAt.getTime() < at.getTime() - minuteMs ? ['publishAt'] : []),
      ...(works && Date.parse(works.until) <= at.getTime() ? ['works'] : []),
      ...(pack && isNoPlan(pack, audience) ? ['audience'] : []),
    ];
    if (wrong.length > 0) return fail({ code: 'request.invalid', fields: wrong });
    await writeAnnouncement(tx, {
      tenantId,
      id,
      kind: body.kind,
      texts: body.texts,
      audience: body.audience,
      publishAt,
      worksFrom: works && new Date(works.from),
      worksUntil: works && new Date(works.until),
      shownUntil: works ? new Date(works.until) : new Date(publishAt.getTime() + shownDays * dayMs),
      createdBy: agent.id,
      createdAt: at,
    });
    return succeed(id);
  });
}

/** Whether an audience is that of a plan which a regulation that names its plans does not know. */
const isNoPlan = (pack: PolicyPack, audience: AnnounceBody['audience']): boolean =>
  audience.kind === 'plan' && pack.plans.length > 0 && !planOf(pack, audience.plan);
