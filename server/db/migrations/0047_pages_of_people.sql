DROP INDEX "agent_notices_unseen";--> statement-breakpoint
DROP INDEX "tickets_of_requester";--> statement-breakpoint
-- desk: what is looked at regularly, by name, page after page; a stopped check keeps its place
CREATE INDEX "checks_by_name" ON "checks" USING btree ("tenant_id","name","id") WHERE stopped_at is null;--> statement-breakpoint
-- what an agent has not seen yet, the newest first, page after page
CREATE INDEX "agent_notices_unseen" ON "agent_notices" USING btree ("tenant_id","agent_id","at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE seen_at is null;--> statement-breakpoint
-- requester's own list, newest first, page after page
CREATE INDEX "tickets_of_requester" ON "tickets" USING btree ("tenant_id","requester_id","created_at" DESC NULLS LAST,"number" DESC NULLS LAST);
