import type { Decision } from '#shared/wire/decision.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { Ids } from '#server/ids.ts';
import type { RequesterFacts } from '#server/features/requesters/requester-facts.ts';
import { vouchingHost } from '#server/features/requesters/identity.ts';
import type { TicketRequest } from '#server/features/tickets/open-ticket.ts';
import { shownConsent } from '#server/features/consent/given-consent.ts';
import type { GrantDraft } from '#server/features/access/draft-grants.ts';
import { cleanContext } from '#server/features/tickets/clean-context.ts';
import { handOverTo } from '#server/features/tickets/hand-over.ts';
import { numberRecipients } from '#server/features/tickets/number-recipients.ts';
import { storyOf } from '#server/features/tickets/story.ts';
import { subjectOf } from '#server/features/tickets/subject.ts';
import { openedLife } from '#server/features/life/opened-life.ts';
import type { RequesterDraft, TicketDraft } from '#server/features/tickets/ticket-draft.ts';
import { restrictedCategories } from '#server/policy/decision/restricted-categories.ts';
import { shownConditions } from '#server/policy/decision/shown-conditions.ts';
import type { Policy } from '#server/policy/packs.ts';
import { lettersOf } from '#server/policy/search/words.ts';

/** What makes a repeated submission known: sender, key and digest of all that was sent. */
export interface Submission {
  readonly sender: string;
  readonly key: string;
  readonly requestHash: string;
}

/** Puts together what the decision writes: pure but for the ids it is given. */
export function draftTicket(
  { ids }: { readonly ids: Ids },
  asked: {
    readonly policy: Policy;
    readonly request: TicketRequest;
    readonly submission: Submission;
    /** With a mask where a secret was given. */
    readonly answers: Readonly<Record<string, Answer>>;
    readonly grants: readonly GrantDraft[];
    readonly facts: RequesterFacts;
    readonly decision: Decision;
    readonly receivedAt: number;
    readonly storedAt: number;
    /** Whether letters leave this server. */
    readonly sendsLetters: boolean;
  },
): TicketDraft {
  const {
    policy,
    request,
    submission,
    answers,
    grants,
    facts,
    decision,
    receivedAt,
    storedAt: at,
  } = asked;
  const { pack } = policy;
  const now = new Date(at).toISOString();
  const bridged = decision.route.kind === 'bridge';
  const context = cleanContext(request.context, pack.widget.record);
  const words = Object.fromEntries(
    Object.entries(answers).filter(([id]) => !grants.some(({ scope }) => scope === id)),
  );
  const requester = requesterDraft(request, submission.sender, answers, context, facts.region);
  const category = pack.intake.categories.find(({ id }) => id === request.category);
  const about = {
    ticketId: ids.next('tck'),
    category: request.category,
    text: storyOf(words, pack.intake.fields),
    answers,
    context,
    plan: facts.contract?.plan ?? requester.plan,
    receivedAt: bridged ? null : new Date(receivedAt).toISOString(),
  };
  const actor = { kind: 'requester', id: requester.id } as const;
  const portal = (request.identity.kind === 'token' && request.identity.portal) || null;
  return {
    tenantId: request.tenantId,
    ...about,
    letters: lettersOf(about.text),
    ...openedLife(policy, { ...about, decision, salt: ids.secret(), actor, at }),
    messageId: ids.next('msg'),
    idempotencyKey: submission.key,
    requestHash: submission.requestHash,
    requester,
    channel: portal ? 'bitrix24' : 'widget',
    portal,
    subject: subjectOf(
      restrictedCategories(pack).includes(request.category) ? {} : words,
      pack.intake.fields,
      category?.label[request.locale] ?? request.category,
    ),
    grants,
    articles: request.articles ?? [],
    attachments: [...new Set(request.attachments)],
    locale: request.locale,
    organisation: facts.contract?.organisation ?? requester.organisation,
    contract: facts.contract?.number ?? null,
    edition: decision.edition,
    decision,
    bridgeCode: bridged ? ids.code() : null,
    createdAt: now,
    handOverTo: asked.sendsLetters
      ? handOverTo(pack, decision, requester.email, request.locale)
      : null,
    mailTo: numberRecipients(pack, requester, facts.contract?.email),
    shown: [...shownConditions(pack, answers), ...shownConsent(pack, request.consent)],
  };
}

function requesterDraft(
  { identity }: TicketRequest,
  id: string,
  answers: Readonly<Record<string, Answer>>,
  context: CaptureContext,
  region: string | undefined,
): RequesterDraft {
  const claims = identity.kind === 'token' ? identity.claims : undefined;
  const typed = (field: string) => (typeof answers[field] === 'string' ? answers[field] : null);
  return {
    id,
    identity: claims ? 'token' : 'device',
    provenBy: claims ? vouchingHost(claims.iss) : null,
    name: claims?.name ?? typed('name'),
    email: claims?.email ?? typed('email'),
    emailVerified: claims?.email !== undefined && claims.email_verified === true,
    phone: claims?.phone ?? typed('phone'),
    organisation: claims?.org ?? typed('organisation'),
    position: claims?.position ?? typed('position'),
    contract: claims?.contract ?? typed('contractNumber'),
    plan: claims?.plan ?? null,
    category: claims?.category ?? null,
    region: region ?? null,
    timezone: context.timezone ?? null,
  };
}
