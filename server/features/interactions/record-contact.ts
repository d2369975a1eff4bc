import { fail, succeed, type Result } from '#shared/result.ts';
import type { ContactBody, ContactRecorded } from '#shared/wire/interactions.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { contactAnswer, type NotOfficial } from '#server/features/interactions/contact-answer.ts';
import {
  findInteraction,
  interactionView,
} from '#server/features/interactions/interactions.repository.ts';
import { saveInteraction } from '#server/features/interactions/save-interaction.ts';
import { contactRequester } from '#server/features/requesters/contact-requester.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import { openFromContact } from '#server/features/tickets/open-from-contact.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { contactRule } from '#server/policy/decision/contact-rule.ts';

/** A contact as an agent had it. */
export interface ContactNote extends ContactBody {
  readonly tenantId: string;
  readonly agent: Agent;
  readonly idempotencyKey: string;
}

/**
 * Writes a contact down as the regulation has it: a ticket where the way is official, a note without
 * number and clock where it is not, with what to answer.
 *
 * Fails with `request.invalid`, `vendor.not_allowed`, `requester.not_found`, `category.unknown`, `contact.not_recorded`,
 * `field.secret_in_text`, `idempotency_key.reused` or `service.unavailable`.
 */
export async function recordContact(
  deps: Deps,
  note: ContactNote,
): Promise<Result<ContactRecorded, Problem>> {
  const { tenantId, agent } = note;
  const at = new Date(deps.now());
  const policy = deps.policies.inForce(tenantId, at.getTime());
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const category = note.category === undefined ? undefined : policy.categories.get(note.category);
  if (note.category !== undefined && !category)
    return fail({ code: 'category.unknown', fields: ['category'] });
  const known =
    note.requester === undefined
      ? undefined
      : await findRequester(deps.db, tenantId, note.requester);
  if (note.requester !== undefined && !known) return fail({ code: 'requester.not_found' });
  const receivedAt = note.receivedAt === undefined ? at.getTime() : Date.parse(note.receivedAt);
  if (receivedAt > at.getTime()) return fail({ code: 'request.invalid', fields: ['receivedAt'] });

  const { text, name = '', organisation = '' } = note;
  const told = refusedSecret(policy.pack, { text, name, organisation });
  if (told) return fail(told);

  const { kind, channel } = note;
  const rule = contactRule(policy.pack, { kind, channel, category });
  const { reason } = rule;
  if (reason === 'official' && rule.record === 'ticket') {
    if (!category) return fail({ code: 'category.unknown', fields: ['category'] });
    const spoken = {
      tenantId,
      name: note.name ?? null,
      phone: note.phone ?? null,
      organisation: note.organisation ?? null,
      locale: note.locale,
    };
    const key = `contact:${sha256(`${agent.id}\n${note.idempotencyKey}`)}`;
    const opened = await openFromContact(deps, {
      tenantId,
      requester: known ?? (await contactRequester(deps, spoken, key, at)),
      channel: channel === 'other' ? 'phone' : channel,
      category: category.id,
      text: note.text,
      locale: note.locale,
      key,
      receivedAt,
    });
    return opened.ok ? succeed({ record: 'ticket', ticket: opened.value }) : opened;
  }
  if (rule.record === 'none') return fail({ code: 'contact.not_recorded', clause: rule.clause });
  const because: NotOfficial = reason === 'official' ? 'not_official' : reason;
  const saved = await transact(deps.db, (tx) =>
    saveInteraction(deps, tx, {
      note,
      organisation: note.organisation ?? known?.organisation ?? null,
      edition: policy.pack.edition,
      rule: { ...rule, reason: because },
      at,
    }),
  );
  const row = saved.ok && (await findInteraction(deps.db, tenantId, saved.value));
  if (!row) return saved.ok ? fail({ code: 'interaction.not_found' }) : saved;
  const formLink = `${deps.publicUrl}/policy/${tenantId}`;
  return succeed({
    record: 'interaction',
    interaction: interactionView(row),
    answer: contactAnswer({ ...rule, reason: because }, note.locale, formLink),
  });
}
