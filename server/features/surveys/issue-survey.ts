import type { SurveyKind, SurveyQuestion } from '#shared/wire/surveys.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { surveys } from '#server/features/surveys/surveys.table.ts';

/** How long a link can be answered by. */
const lifeMs = 60 * 86_400_000;

/** Whom to ask what. */
export interface SurveyDraft {
  readonly tenantId: string;
  readonly ticketId: string | null;
  readonly requesterId: string;
  readonly kind: SurveyKind;
  readonly questions: readonly SurveyQuestion[];
  /** The wave it belongs to, and the digest of the address it goes to. */
  readonly wave?: { readonly id: string; readonly contactSha256: string };
}

/**
 * Makes surveys that their links alone can answer, once, within sixty days, in the transaction of what
 * asks. Only the digests of the links' tokens are stored.
 *
 * @returns a token for each letter; undefined where this contact has one of this wave already
 */
export async function issueSurveys(
  { ids }: Pick<Deps, 'ids'>,
  tx: Transaction,
  drafts: readonly SurveyDraft[],
  at: Date,
): Promise<(string | undefined)[]> {
  if (drafts.length === 0) return [];
  const made = drafts.map((draft) => ({ draft, id: ids.next('svy'), token: ids.secret() }));
  const rows = made.map(({ draft: { wave, ...draft }, id, token }) => ({
    ...draft,
    id,
    waveId: wave?.id ?? null,
    contactSha256: wave?.contactSha256 ?? null,
    tokenSha256: sha256(token),
    issuedAt: at,
    expiresAt: new Date(at.getTime() + lifeMs),
  }));
  const issued = await tx
    .insert(surveys)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: surveys.id });
  const taken = new Set(issued.map(({ id }) => id));
  return made.map(({ id, token }) => (taken.has(id) ? token : undefined));
}

/** The same for one. */
export async function issueSurvey(
  deps: Pick<Deps, 'ids'>,
  tx: Transaction,
  draft: SurveyDraft,
  at: Date,
): Promise<string | undefined> {
  const [token] = await issueSurveys(deps, tx, [draft], at);
  return token;
}
