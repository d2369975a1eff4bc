import { partsIn, withCyrillic } from '#shared/i18n/cyrillic.ts';
import { and, eq } from 'drizzle-orm';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { advisories, type AdvisoryRow } from '#server/features/advisories/advisories.table.ts';
import { affectedBy } from '#server/features/advisories/affected-by.ts';
import { seenAdvisories } from '#server/features/advisories/seen-advisories.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { writeAnnouncement } from '#server/features/announcements/write-announcement.ts';
import { isCured } from '#server/features/advisories/is-cured.ts';

const catalogs = withCyrillic({ en, ru, uz });

/**
 * Makes an advisory known and has every contract holder on an affected version told once. Again is
 * harmless.
 *
 * @param seen the version that the agent saw; undefined: whatever is there
 *
 * Fails with `advisory.not_found`, with `advisory.changed`, or with `advisory.cure_needed` where there is neither a version
 * without it nor a mitigation; a version has to be out where the vendor keeps a registry.
 */
export async function publishAdvisory(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  return transact<void>(deps.db, async (tx) => {
    const [advisory] = await tx
      .select()
      .from(advisories)
      .where(and(seenAdvisories(tenantId, by.id), eq(advisories.id, id)))
      .for('update');
    if (!advisory) return fail({ code: 'advisory.not_found' });
    if (advisory.publishedAt !== null) return succeed(undefined);
    if (seen !== undefined && seen !== advisory.version) return fail({ code: 'advisory.changed' });
    if (!(await isCured(tx, advisory))) return fail({ code: 'advisory.cure_needed' });
    const at = new Date(deps.now());
    await tx
      .update(advisories)
      .set({ publishedAt: at, version: advisory.version + 1 })
      .where(and(eq(advisories.tenantId, tenantId), eq(advisories.id, id)));
    await writeAnnouncement(tx, {
      tenantId,
      id,
      kind: 'advisory',
      texts: { ru: words(advisory, 'ru'), uz: words(advisory, 'uz'), en: words(advisory, 'en') },
      audience: affectedBy(advisory),
      publishAt: at,
      createdBy: by.id,
      createdAt: at,
    });
    const params = { advisory: id, severity: advisory.severity };
    await logAgentAct(tx, tenantId, { kind: 'advisory_published', by, at, params });
    return succeed(undefined);
  });
}

/** What its letter says. */
function words({ texts, fixedIn }: AdvisoryRow, locale: Locale) {
  const say = translator(locale, catalogs[locale]);
  const { title, text, mitigation } = partsIn(texts, locale);
  const cure = fixedIn === null ? undefined : say('advisory.fixed', { version: fixedIn });
  return { title, text: [text, mitigation, cure].filter(Boolean).join('\n\n') };
}
