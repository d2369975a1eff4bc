DROP INDEX "tickets_handed";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "escalated_to" text;--> statement-breakpoint
UPDATE "tickets" SET "escalated_to" = "life" ->> 'escalatedTo' WHERE "life" ->> 'escalatedTo' IS NOT NULL;--> statement-breakpoint
-- desk: the queue of one whom tickets were handed over to
CREATE INDEX "tickets_handed" ON "tickets" USING btree ("tenant_id","escalated_to",queue_key collate "C","number") WHERE status = 'escalated';--> statement-breakpoint
-- what happens to a ticket mostly changes no column of an index: room beside the rows lets PostgreSQL leave the indexes alone
ALTER TABLE "tickets" SET (fillfactor = 85);
