-- hash = sha256(hash before || sha256(body)), and for events that say "v": 2 first
-- hash = sha256(hash before || sha256(hash before || ticket) || sha256(body)): whoever gets only the two digests of such an event
-- can still follow the chain over it, and whoever knows a ticket sees whether it is of that one
CREATE OR REPLACE FUNCTION event_chain_step(before bytea, head bytea, body text) RETURNS bytea
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$
DECLARE
  prior bytea := coalesce(before, head);
BEGIN
  IF starts_with(body, '{"v":2,') THEN
    RETURN sha256(prior || event_mark(prior, body::json->>'ticket') || sha256(convert_to(body, 'UTF8')));
  END IF;
  RETURN sha256(prior || sha256(convert_to(body, 'UTF8')));
END $$;
--> statement-breakpoint
CREATE FUNCTION event_mark(prior bytea, ticket text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT sha256(prior || convert_to(coalesce(ticket, ''), 'UTF8')) $$;
