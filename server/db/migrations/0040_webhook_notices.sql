ALTER TABLE "agent_notices" ADD COLUMN "webhook_id" text;--> statement-breakpoint
-- programs: tickets of one organisation, the newest first
CREATE INDEX "tickets_of_organisation" ON "tickets" USING btree ("tenant_id","organisation","number") WHERE organisation is not null;