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
 * Makes a survey that its link alone can answer, once, within sixty days, in the transaction of what
 * asks. Only the digest of the link's token is stored.
 *
 * @returns the token, for the letter; undefined where this contact has one of this wave already
 */
export async function issueSurvey(
  { ids }: Pick<Deps, 'ids'>,
  tx: Transaction,
  { wave, ...draft }: SurveyDraft,
  at: Date,
): Promise<string | undefined> {
  const token = ids.secret();
  const issued = await tx
    .insert(surveys)
    .values({
      ...draft,
      id: ids.next('svy'),
      waveId: wave?.id ?? null,
      contactSha256: wave?.contactSha256 ?? null,
      tokenSha256: sha256(token),
      issuedAt: at,
      expiresAt: new Date(at.getTime() + lifeMs),
    })
    .onConflictDoNothing()
    .returning({ id: surveys.id });
  return issued.length > 0 ? token : undefined;
}
