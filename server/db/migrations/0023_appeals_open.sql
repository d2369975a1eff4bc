ALTER TABLE "tickets" ADD COLUMN "appealed_to" text;--> statement-breakpoint
UPDATE "tickets" SET "appealed_to" = "life" ->> 'appealedTo' WHERE "life" ->> 'appealedTo' is not null;--> statement-breakpoint
-- desk: appeals that wait to be heard, the oldest first
CREATE INDEX "tickets_appealed" ON "tickets" USING btree ("tenant_id","number") WHERE appealed_to is not null;
