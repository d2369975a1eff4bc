import type { Deps } from '#server/deps.ts';
import { advisoryHref } from '#server/features/advisories/advisory-href.ts';
import { announcementLetter } from '#server/features/announcements/announcement-letter.ts';
import { handedOverLetter } from '#server/features/outbox/handed-over-letter.ts';
import { letterFor, type Letter } from '#server/features/outbox/letter.ts';
import type { LetterSource } from '#server/features/outbox/select-letters.ts';
import { signed } from '#server/features/outbox/sign-letter.ts';
import { followUpLetter } from '#server/features/follow-up/follow-up-letter.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { surveyLetter } from '#server/features/surveys/survey-letter.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A letter as it reads, and the regulation in whose name it goes. */
export interface RenderedLetter {
  readonly policy: Policy;
  readonly letter: Letter;
}

/**
 * Puts a letter into words: of its ticket, of an announcement, or of a survey. Undefined where what it
 * is made of is not there.
 *
 * @param surveyLink address of a survey's page, which only its reader may know
 */
export function renderLetter(
  deps: Pick<Deps, 'policies' | 'publicUrl'>,
  source: LetterSource,
  surveyLink: (entry: LetterSource['entry']) => string,
): RenderedLetter | undefined {
  const rendered = unsigned(deps, source, surveyLink);
  if (!rendered) return undefined;
  const { policy, letter } = rendered;
  const text = signed(policy.pack, source.entry.locale, letter.text);
  return { policy, letter: { ...letter, text } };
}

function unsigned(
  { policies, publicUrl }: Pick<Deps, 'policies' | 'publicUrl'>,
  { entry, ticket, said, meeting, announced, requester }: LetterSource,
  surveyLink: (entry: LetterSource['entry']) => string,
): RenderedLetter | undefined {
  const { tenantId, kind, locale, createdAt } = entry;
  const policy = ticket
    ? policies.edition(tenantId, ticket.edition)
    : policies.inForce(tenantId, createdAt.getTime());
  if (!policy) return undefined;
  if (kind === 'announcement') {
    if (!announced) return undefined;
    const page = advisoryHref({ publicUrl }, tenantId, announced.id);
    return { policy, letter: announcementLetter(policy, announced, locale, page) };
  }
  if (kind === 'survey') return { policy, letter: surveyLetter(policy, locale, surveyLink(entry)) };
  if (!ticket) return undefined;
  if (kind === 'follow_up') {
    const number = shownNumber(policy.pack, ticket.number);
    return { policy, letter: followUpLetter(locale, number, surveyLink(entry)) };
  }
  if (kind === 'request_handed_over') {
    const letter = handedOverLetter(policy, { ticket, requester, said }, locale);
    return letter && { policy, letter };
  }
  return { policy, letter: letterFor(policy, { ...entry, kind }, ticket, said, meeting) };
}
