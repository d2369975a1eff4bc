CREATE TABLE "vendor_keys" (
	"tenant_id" text NOT NULL,
	"kid" text NOT NULL,
	"public_jwk" json NOT NULL,
	"sealed_private" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "vendor_keys_tenant_id_kid_pk" PRIMARY KEY("tenant_id","kid")
);
--> statement-breakpoint
-- the one that signs now
CREATE UNIQUE INDEX "vendor_keys_signing" ON "vendor_keys" USING btree ("tenant_id") WHERE retired_at is null;--> statement-breakpoint
-- statement: what was opened under an organisation's contracts
CREATE INDEX "tickets_of_contract" ON "tickets" USING btree ("tenant_id","contract","created_at") WHERE contract is not null;--> statement-breakpoint
-- hash = sha256(hash before || sha256(body)): whoever gets only the digest of an event can still follow the chain over it
CREATE OR REPLACE FUNCTION event_chain_step(before bytea, head bytea, body text) RETURNS bytea
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$ BEGIN RETURN sha256(coalesce(before, head) || sha256(convert_to(body, 'UTF8'))); END $$;
--> statement-breakpoint
UPDATE ticket_events e SET hash = chained.hash
FROM (
  SELECT tenant_id, seq,
    event_chain(decode(repeat('00', 32), 'hex'), body) OVER (PARTITION BY tenant_id ORDER BY seq) AS hash
  FROM ticket_events
) chained
WHERE chained.tenant_id = e.tenant_id AND chained.seq = e.seq;
--> statement-breakpoint
UPDATE ticket_counters c SET chain_head = e.hash
FROM (SELECT DISTINCT ON (tenant_id) tenant_id, hash FROM ticket_events ORDER BY tenant_id, seq DESC) e
WHERE e.tenant_id = c.tenant_id;
