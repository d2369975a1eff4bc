import { sql } from 'drizzle-orm';
import type { Client, Transaction } from '#server/db/connect.ts';
import type { TicketDraft } from '#server/features/tickets/ticket-draft.ts';

/** A ticket that now exists, and the number it got. */
export interface WrittenTicket {
  readonly ticketId: string;
  readonly number: number;
  /** Where its opening stands in the vendor's log. */
  readonly seq: number;
  /** Of the chain up to there, hexadecimal. */
  readonly hash: string;
}

/**
 * Opens any number of tickets in one statement, and so in one transaction and one round trip: key,
 * requester, number, ticket, request and what it is found by, articles that were met, sealed secrets with their end, files, event, timers, letters and
 * what the requester vouches for; for a proposal who answers for it, first the head of the desk.
 *
 * `keys` decides: a submission whose idempotency key is taken writes nothing and is missing from the
 * answer. Counter rows are locked in the order of tenants, so that batches of several servers cannot
 * wait for each other, and only after requesters and their proofs (`wanted` counts those first), which
 * others lock before they write into the log.
 */
const openTicketsStatement = `
with batch as (
  select * from json_to_recordset($1::json) as b(
    "ord" int, "tenantId" text, "ticketId" text, "messageId" text, "idempotencyKey" text,
    "requestHash" text, "requester" json, "status" text, "category" text, "channel" text,
    "subject" text, "text" text, "answers" json, "grants" json, "context" jsonb, "portal" json, "attachments" json,
    "locale" text, "plan" text, "organisation" text, "contract" text, "edition" text, "decision" json,
    "bridgeCode" text, "createdAt" timestamptz, "receivedAt" timestamptz,
    "dueAt" timestamptz, "mailTo" json, "handOverTo" text, "shown" json, "salt" text, "openedBody" text, "life" json,
    "queueKey" text, "timers" json, "ideaDueAt" timestamptz, "letters" json, "articles" json)
), keys as (
  insert into idempotency_keys (tenant_id, sender, key, request_hash, ticket_id, message_id, created_at)
  select "tenantId", "requester"->>'id', "idempotencyKey", "requestHash", "ticketId", "messageId", "createdAt"
  from batch order by 1, 2, 3
  on conflict do nothing
  returning tenant_id, ticket_id
), fresh as (
  select b.*, row_number() over (partition by b."tenantId" order by b."ord")::int as place
  from batch b join keys k on k.tenant_id = b."tenantId" and k.ticket_id = b."ticketId"
), people as (
  insert into requesters (tenant_id, id, identity, proven_by, name, email, email_verified, phone,
    organisation, position, contract, plan, category, region, timezone, locale, updated_at)
  select distinct on (f."tenantId", r.id) f."tenantId", r.id, r.identity, r."provenBy", r.name, r.email,
    r."emailVerified", r.phone, r.organisation, r.position, r.contract, r.plan, r.category, r.region, r.timezone,
    f."locale", f."createdAt"
  from fresh f, json_to_record(f."requester") as r(id text, identity text, "provenBy" text, name text,
    email text, "emailVerified" boolean, phone text, organisation text, position text, contract text,
    plan text, category text, region text, timezone text)
  order by f."tenantId", r.id, f."ord" desc
  on conflict (tenant_id, id) do update set proven_by = excluded.proven_by,
    name = coalesce(excluded.name, requesters.name), email = coalesce(excluded.email, requesters.email),
    email_verified = excluded.email_verified, phone = coalesce(excluded.phone, requesters.phone),
    organisation = coalesce(excluded.organisation, requesters.organisation),
    position = coalesce(excluded.position, requesters.position),
    contract = coalesce(excluded.contract, requesters.contract), plan = excluded.plan,
    category = excluded.category, region = excluded.region, timezone = excluded.timezone, locale = excluded.locale,
    updated_at = excluded.updated_at
  returning 1
), proofs as (
  insert into requester_proofs (tenant_id, requester_id, subject, source, state, ticket_id, at)
  select distinct on (f."tenantId", f."requester"->>'id', p.subject) f."tenantId", f."requester"->>'id',
    p.subject, 'requester', p.state, f."ticketId", f."createdAt"
  from fresh f, json_to_recordset(f."shown") as p(subject text, state text)
  order by f."tenantId", f."requester"->>'id', p.subject, f."ord" desc
  on conflict (tenant_id, requester_id, subject, source) do update set state = excluded.state,
    ticket_id = excluded.ticket_id, at = excluded.at
  returning 1
), wanted as (
  select "tenantId" as tenant_id, count(*)::int as amount from fresh
  where (select count(*) from people) + (select count(*) from proofs) >= 0
  group by 1
), locked as (
  select c.tenant_id, c.last_seq, c.chain_head, w.amount from ticket_counters c join wanted w using (tenant_id)
  order by c.tenant_id for update of c
), chained as (
  select f."tenantId", f."ticketId", f."createdAt", f."openedBody", f.place, l.last_seq + f.place as seq,
    event_chain(l.chain_head, f."openedBody") over (partition by f."tenantId" order by f.place) as hash
  from fresh f join locked l on l.tenant_id = f."tenantId"
), numbered as (
  update ticket_counters c set last_number = c.last_number + l.amount, last_seq = last.seq,
    chain_head = last.hash
  from locked l join chained last on last."tenantId" = l.tenant_id and last.place = l.amount
  where c.tenant_id = l.tenant_id
  returning c.tenant_id, c.last_number - l.amount as base
), opened as (
  insert into tickets (tenant_id, id, number, status, severity, category, channel, subject, requester_id,
    organisation, contract, plan, locale, edition, decision, portal, bridge_code, life, queue_key, due_at,
    created_at, received_at, updated_at, version)
  select f."tenantId", f."ticketId", n.base + f.place, f."status", 'normal', f."category", f."channel",
    f."subject", f."requester"->>'id', f."organisation", f."contract", f."plan", f."locale", f."edition", f."decision",
    f."portal", f."bridgeCode", f."life", f."queueKey", f."dueAt", f."createdAt", f."receivedAt", f."createdAt", 1
  from fresh f join numbered n on n.tenant_id = f."tenantId"
  returning tenant_id, id, number
), requests as (
  insert into messages (tenant_id, id, ticket_id, kind, author_kind, author_id, text, salt, answers,
    context, created_at)
  select "tenantId", "messageId", "ticketId", 'request', 'requester', "requester"->>'id', "text", "salt", "answers",
    "context", "createdAt"
  from fresh
), searched as (
  insert into message_search (tenant_id, message_id, ticket_id, at, words)
  select "tenantId", "messageId", "ticketId", "createdAt", message_words("letters") from fresh
), read as (
  insert into article_uses (tenant_id, ticket_id, article_id, use, at)
  select distinct f."tenantId", f."ticketId", a.id, a.use, f."createdAt"
  from fresh f, json_to_recordset(f."articles") as a(id text, use text)
  where exists (select from articles w where w.tenant_id = f."tenantId" and w.id = a.id)
), grants as (
  insert into access_grants (tenant_id, id, ticket_id, kind, scope, days, sealed, created_at, given_at, expires_at)
  select f."tenantId", g.id, f."ticketId", 'connection_data', g.scope, g.days, g.sealed, f."createdAt",
    f."createdAt", g."expiresAt"
  from fresh f, json_to_recordset(f."grants")
    as g(id text, scope text, days int, sealed text, "expiresAt" timestamptz)
  returning tenant_id, id, expires_at
), expiring as (
  insert into timers (tenant_id, subject_id, kind, due_at, fire_at, state)
  select tenant_id, id, 'access_grant.expire', expires_at, expires_at, 'armed' from grants
), files as (
  update attachments a set ticket_id = f."ticketId", message_id = f."messageId"
  from fresh f, json_array_elements_text(f."attachments") as file_id
  where a.tenant_id = f."tenantId" and a.id = file_id and a.uploader_id = f."requester"->>'id'
    and a.message_id is null
), armed as (
  insert into timers (tenant_id, subject_id, kind, due_at, fire_at, state)
  select f."tenantId", f."ticketId", t."kind", t."fireAt", t."fireAt", 'armed'
  from fresh f, json_to_recordset(f."timers") as t("kind" text, "fireAt" timestamptz(3))
), proposals as (
  insert into ideas (tenant_id, ticket_id, owner_id, target, created_at, due_at)
  select f."tenantId", f."ticketId",
    (select min(a.id) from agents a where a.tenant_id = f."tenantId" and a.role = 'head'),
    'product', f."createdAt", f."ideaDueAt"
  from fresh f where f."ideaDueAt" is not null
), logged as (
  insert into ticket_events (tenant_id, seq, ticket_id, kind, at, body, hash)
  select "tenantId", seq, "ticketId", 'opened', "createdAt", "openedBody", hash from chained
), letters as (
  insert into outbox (tenant_id, kind, ticket_id, recipient, locale, params, state, created_at)
  select "tenantId", 'ticket_opened', "ticketId", address, "locale", '{}', 'waiting', "createdAt"
  from fresh, json_array_elements_text("mailTo") as address
), handed_over as (
  insert into outbox (tenant_id, kind, ticket_id, message_id, recipient, locale, params, state, created_at)
  select "tenantId", 'request_handed_over', "ticketId", "messageId", "handOverTo", "locale", '{}', 'waiting',
    "createdAt"
  from fresh where "handOverTo" is not null
)
select o.id as "ticketId", o.number, c.seq::float8 as seq, encode(c.hash, 'hex') as hash
from opened o join chained c on c."tenantId" = o.tenant_id and c."ticketId" = o.id`;

/** Writes the drafts; those whose idempotency key was taken are absent from the answer. */
export async function writeTickets(
  client: Client,
  drafts: readonly TicketDraft[],
): Promise<WrittenTicket[]> {
  const rows = rowsOf(drafts);
  return client.unsafe<WrittenTicket[]>(openTicketsStatement, [rows], { prepare: true });
}

/**
 * The same for one ticket in a transaction of the caller, where it is part of something larger;
 * undefined when its key was taken. Locks the tenant's counter row until the transaction ends.
 */
export async function writeTicketWithin(
  tx: Transaction,
  draft: TicketDraft,
): Promise<WrittenTicket | undefined> {
  const [before = '', after = ''] = openTicketsStatement.split('$1');
  const statement = sql`${sql.raw(before)}${rowsOf([draft])}${sql.raw(after)}`;
  return [...(await tx.execute<WrittenTicket & Record<string, unknown>>(statement))][0];
}

const rowsOf = (drafts: readonly TicketDraft[]): string =>
  JSON.stringify(drafts.map((draft, ord) => ({ ord, ...draft })));
