ALTER TABLE "outbox" ADD COLUMN "via" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_waiting_notices" ON "outbox" USING btree ("id") WHERE state = 'waiting' and via = 'portal';--> statement-breakpoint
CREATE INDEX "outbox_notice_of_ticket" ON "outbox" USING btree ("tenant_id","ticket_id") WHERE state = 'waiting' and via = 'portal';