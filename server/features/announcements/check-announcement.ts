import type { AnnounceBody } from '#shared/wire/announcements.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import type { announcements } from '#server/features/announcements/announcements.table.ts';
import { findOrganisation } from '#server/features/organisations/read-organisation.ts';
import { knownProducts } from '#server/features/releases/releases.repository.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { planOf } from '#server/policy/decision/plans.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { isLongPast } from '#server/policy/time/long-past.ts';

const dayMs = 86_400_000;
/** How long news is shown that says nothing of an end. */
const shownDays = 14;

/** What is wrong with the words and the shape of an announcement, whenever it is sent. */
export function refusedWords(
  pack: PolicyPack | undefined,
  { kind, texts, works }: AnnounceBody,
): Problem | undefined {
  if (works && kind !== 'planned_works') return { code: 'request.invalid', fields: ['works'] };
  if (works && Date.parse(works.from) >= Date.parse(works.until))
    return { code: 'instant.ends_before_it_begins', fields: ['works.until'] };
  const words = Object.entries(texts).flatMap(([locale, { title, text }]) => [
    [`texts.${locale}.title`, title],
    [`texts.${locale}.text`, text],
  ]);
  return refusedSecret(pack, Object.fromEntries(words) as Record<string, string>);
}

/** What is wrong with its audience, or with its instants as things stand now. */
export async function refusedNow(
  db: Database,
  tenantId: string,
  pack: PolicyPack | undefined,
  body: AnnounceBody,
  at: Date,
): Promise<Problem | undefined> {
  const { audience, works } = body;
  if (
    audience.kind === 'organisation' &&
    !(await findOrganisation(db, tenantId, audience.organisation))
  )
    return { code: 'organisation.not_found' };
  const past = [
    ...(isLongPast(publishAtOf(body, at), at) ? ['publishAt'] : []),
    ...(works && Date.parse(works.until) <= at.getTime() ? ['works.until'] : []),
  ];
  if (past.length > 0) return { code: 'instant.past', fields: past };
  const wrong = [
    ...(pack && isNoPlan(pack, audience) ? ['audience'] : []),
    ...((await isNoProduct(db, tenantId, audience)) ? ['audience'] : []),
  ];
  return wrong.length > 0 ? { code: 'request.invalid', fields: wrong } : undefined;
}

/** An announcement as its row says it. */
export function announcementColumns(body: AnnounceBody, at: Date) {
  const { kind, texts, audience, works } = body;
  const publishAt = publishAtOf(body, at);
  return {
    kind,
    texts,
    audience,
    publishAt,
    worksFrom: works ? new Date(works.from) : null,
    worksUntil: works ? new Date(works.until) : null,
    shownUntil: works ? new Date(works.until) : new Date(publishAt.getTime() + shownDays * dayMs),
  } satisfies Partial<typeof announcements.$inferInsert>;
}

const publishAtOf = ({ publishAt }: AnnounceBody, at: Date): Date =>
  publishAt === undefined ? at : new Date(publishAt);

/** Whether an audience is that of a product whose versions nobody keeps: it would be nobody. */
const isNoProduct = async (
  db: Database,
  tenantId: string,
  audience: AnnounceBody['audience'],
): Promise<boolean> =>
  audience.kind === 'product' && !(await knownProducts(db, tenantId)).includes(audience.product);

/** Whether an audience is that of a plan which a regulation that names its plans does not know. */
const isNoPlan = (pack: PolicyPack, audience: AnnounceBody['audience']): boolean =>
  audience.kind === 'plan' && pack.plans.length > 0 && !planOf(pack, audience.plan);
