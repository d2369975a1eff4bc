ALTER TABLE "ticket_counters" ADD COLUMN "last_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_counters" ADD COLUMN "chain_head" "bytea" DEFAULT decode(repeat('00', 32), 'hex') NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "body" text;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD COLUMN "hash" "bytea";--> statement-breakpoint
-- one step of a tenant's chain; the head is what the first event follows
CREATE FUNCTION event_chain_step(before bytea, head bytea, body text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT sha256(coalesce(before, head) || convert_to(body, 'UTF8')) $$;
--> statement-breakpoint
-- as a window: the hash of each row, given the hash before the first
CREATE AGGREGATE event_chain(bytea, text) (SFUNC = event_chain_step, STYPE = bytea, PARALLEL = SAFE);
--> statement-breakpoint
UPDATE ticket_events e SET seq = placed.seq, body = placed.body
FROM (
  SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS seq,
    json_build_object('ticket', ticket_id, 'kind', kind,
      'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'actor', json_build_object('kind', actor_kind, 'id', actor_id),
      'params', coalesce(params, '{}'))::text AS body
  FROM ticket_events
) placed
WHERE placed.tenant_id = e.tenant_id AND placed.id = e.id;
--> statement-breakpoint
UPDATE ticket_events e SET hash = chained.hash
FROM (
  SELECT tenant_id, id,
    event_chain(decode(repeat('00', 32), 'hex'), body) OVER (PARTITION BY tenant_id ORDER BY seq) AS hash
  FROM ticket_events
) chained
WHERE chained.tenant_id = e.tenant_id AND chained.id = e.id;
--> statement-breakpoint
UPDATE ticket_counters c SET last_seq = e.seq, chain_head = e.hash
FROM (SELECT DISTINCT ON (tenant_id) tenant_id, seq, hash FROM ticket_events ORDER BY tenant_id, seq DESC) e
WHERE e.tenant_id = c.tenant_id;
