import type { MetArticle } from '#shared/article-uses.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Answer, TicketReceipt } from '#shared/wire/ticket.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { readingNeeded } from '#server/features/articles/reading-needed.ts';
import { countFreeAttachments } from '#server/features/attachments/attachments.repository.ts';
import { draftGrants } from '#server/features/access/draft-grants.ts';
import { consentNeeded } from '#server/features/consent/given-consent.ts';
import { openLinked } from '#server/features/merging/open-linked.ts';
import { sendsLetters } from '#server/features/outbox/mail-settings.ts';
import { askPortalProbe } from '#server/features/portals/ask-portal-probe.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import {
  requesterFacts,
  type RequesterFacts,
} from '#server/features/requesters/requester-facts.ts';
import { draftTicket } from '#server/features/tickets/draft-ticket.ts';
import { readAnswers } from '#server/features/tickets/read-answers.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { findReplay } from '#server/features/tickets/replay.ts';
import { presentReceipt } from '#server/features/tickets/present-receipt.ts';
import { storyOf } from '#server/features/tickets/story.ts';
import { signReceipt } from '#server/features/tickets/sign-receipt.ts';
import { withProven } from '#server/features/tickets/with-proven.ts';
import { faultOf } from '#server/http/fault.ts';
import { officialChannels } from '#server/policy/pack/official-channels.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { askedCategory } from '#server/policy/decision/entitlement.ts';
import { answeredFields, missingFields } from '#server/policy/decision/intake.ts';
import { splitSecrets } from '#server/policy/decision/secret-answers.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A request as it reached the server, already of the right shape. */
export interface TicketRequest {
  readonly tenantId: string;
  readonly identity: Identity;
  readonly idempotencyKey: string;
  readonly category: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly attachments: readonly string[];
  readonly context: CaptureContext;
  readonly locale: Locale;
  /** Articles that were suggested while it was written. */
  readonly articles?: readonly MetArticle[];
  /** Version of the consent that came with it. */
  readonly consent?: string | undefined;
  /** An earlier ticket of the same requester that this one goes on with. */
  readonly linkedTo?: string | undefined;
}

/**
 * Opens a ticket under the edition in force: decided once, stored whole, answered from what is stored.
 * The same idempotency key with the same request gives the same receipt again.
 *
 * Fails with `widget.unknown`, `widget.off`, `identity.required`, `category.unknown`, `field.unknown`,
 * `request.invalid`, `fields.missing`, `article.open_first`, `article.confirm_first`, `article.link_first`, `consent.needed`, `field.secret_in_text`, `attachment.not_found`, `other_ticket.not_found` or
 * `idempotency_key.reused`.
 */
export async function openTicket(
  deps: Deps,
  sent: TicketRequest,
): Promise<Result<TicketReceipt, Problem>> {
  const receivedAt = deps.now();
  const policy = deps.policies.inForce(sent.tenantId, receivedAt);
  if (!policy) return fail({ code: 'widget.unknown' });
  const { identity } = sent;
  if (identity.kind === 'nobody') return fail(identityRequired(policy));
  const sender = identity.requesterId;
  const submission = {
    sender,
    key: sent.idempotencyKey,
    requestHash: hashOf(deps, policy, sent),
  };
  const request = withProven(policy, sent);

  const facts = await requesterFacts(deps.db, policy, identity, receivedAt);
  const checked = await check(deps, policy, request, facts, sender);
  // a repeated submission finds its files taken by the first one, so a refusal asks for a replay first
  if (!checked.ok) return (await findReplay(deps, request.tenantId, submission)) ?? checked;

  const decision = decisionOf(policy, {
    receivedAt,
    arrival: 'widget',
    category: request.category,
    answered: new Set([...answeredFields(policy.pack, checked.value), ...facts.known]),
    attachments: request.attachments.length,
    requester: facts.question,
    region: facts.region,
  });
  const { shown, secrets } = splitSecrets(policy.pack, checked.value);
  const days = policy.pack.intake.secrets.expireAfterDays;
  const draft = draftTicket(deps, {
    policy,
    request,
    submission,
    answers: shown,
    grants: draftGrants(deps, request.tenantId, secrets, days, receivedAt),
    facts,
    decision,
    receivedAt,
    storedAt: receivedAt,
    sendsLetters: sendsLetters(deps.config),
  });
  const { linkedTo } = request;
  const opened =
    linkedTo === undefined
      ? succeed(await deps.writeTicket(draft))
      : await openLinked(deps, draft, linkedTo);
  const written = opened.ok ? opened.value : undefined;
  if (written) {
    await unlessFault(deps, askPortalProbe(deps, policy.pack, draft), 'portal');
    const { number, seq, hash } = written;
    const at = draft.createdAt;
    const logReceipt = await unlessFault(
      deps,
      signReceipt(deps, { tenantId: request.tenantId, ticketId: draft.ticketId, at, seq, hash }),
      'receipt',
    );
    return succeed({
      ...presentReceipt(policy.pack, {
        ...draft,
        number,
        answerTo: draft.handOverTo === null ? null : draft.requester.email,
      }),
      logReceipt,
    });
  }
  return (
    (await findReplay(deps, request.tenantId, submission)) ??
    (opened.ok ? fail({ code: 'service.unavailable' }) : opened)
  );
}

/** The ticket is stored, whatever becomes of what is done with it besides. */
const unlessFault = <Value>(
  { log }: Pick<Deps, 'log'>,
  besides: Promise<Value>,
  name: string,
): Promise<Value | undefined> =>
  besides.catch((error: unknown) => {
    log.warn({ fault: faultOf(error) }, name);
    return undefined;
  });

async function check(
  deps: Deps,
  policy: Policy,
  request: TicketRequest,
  facts: RequesterFacts,
  sender: string,
): Promise<Result<Record<string, Answer>, Problem>> {
  const { pack } = policy;
  if (pack.widget.mode === 'off') {
    return fail(widgetOff(policy));
  }
  if (request.identity.kind === 'device' && !pack.requesters.anonymous.allowed) {
    return fail(identityRequired(policy));
  }
  const answers = readAnswers(pack, request.category, request.answers);
  if (!answers.ok) return answers;
  const answered = new Set([...answeredFields(pack, answers.value), ...facts.known]);
  const { required } = missingFields(
    pack,
    { category: request.category, answered, attachments: request.attachments.length },
    askedCategory(pack, facts.question),
  );
  if (required[0]) {
    const fields = required.map(({ field }) => `answers.${field}`);
    return fail({
      code: 'fields.missing',
      fields,
      clause: required[0].clause,
      nextStep: { code: 'complete_request' },
    });
  }
  const { shown } = splitSecrets(pack, answers.value);
  const told = refusedSecret(pack, pathsOf(shown));
  if (told) return fail(told);
  const unread = await readingNeeded(deps, pack, {
    ...request,
    answers: answers.value,
    story: storyOf(shown, pack.intake.fields),
  });
  if (unread) return fail(unread);
  const unasked = await consentNeeded(deps.db, pack, sender, request.consent);
  if (unasked) return fail(unasked);
  const ids = [...new Set(request.attachments)];
  const free = await countFreeAttachments(deps.db, request.tenantId, sender, ids);
  return free === ids.length
    ? answers
    : fail({ code: 'attachment.not_found', fields: ['attachments'] });
}

const pathsOf = (answers: Readonly<Record<string, Answer>>) =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`answers.${id}`, answer]));

const widgetOff = ({ pack }: Policy): Problem => {
  const channels = officialChannels(pack.channels);
  const href = (channels.find(({ preferred }) => preferred) ?? channels[0])?.href;
  return {
    code: 'widget.off',
    clause: pack.widget.clause,
    nextStep: { code: 'write_to_channel', ...(href ? { href } : {}) },
  };
};

const identityRequired = ({ pack }: Policy): Problem => ({
  code: 'identity.required',
  clause: pack.requesters.anonymous.clause,
  nextStep: { code: 'sign_in' },
});

/** What makes two submissions the same: everything a person sent. Of secrets no plain digest is kept. */
function hashOf({ secretBox }: Deps, { pack }: Policy, request: TicketRequest): string {
  const { category, attachments, context, locale, linkedTo, consent } = request;
  const { shown, secrets } = splitSecrets(pack, request.answers);
  const open = [category, shown, attachments, context, locale];
  const sealed = Object.keys(secrets).length > 0 ? [JSON.stringify(secrets)] : [];
  const earlier = linkedTo === undefined ? [] : [{ linkedTo }];
  const agreed = consent === undefined ? [] : [{ consent }];
  return sha256(
    JSON.stringify([...open, ...earlier, ...agreed, ...sealed.map(secretBox.fingerprint)]),
  );
}
