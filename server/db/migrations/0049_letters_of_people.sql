ALTER TABLE "outbox" ADD COLUMN "requester_id" text;--> statement-breakpoint
-- letters from before say whose they are by the log of their announcement, or by the survey they ask to answer
UPDATE "outbox" o SET "requester_id" = d."requester_id" FROM "announcement_deliveries" d
WHERE d."tenant_id" = o."tenant_id" AND d."outbox_id" = o."id" AND o."ticket_id" IS NULL;--> statement-breakpoint
UPDATE "outbox" o SET "requester_id" = s."requester_id" FROM "surveys" s
WHERE s."tenant_id" = o."tenant_id" AND s."wave_id" IS NOT NULL AND s."issued_at" = o."created_at"
  AND s."contact_sha256" = translate(encode(sha256(convert_to(lower(trim(o."recipient")), 'UTF8')), 'base64'), '+/=', '-_')
  AND o."kind" = 'survey' AND o."ticket_id" IS NULL;--> statement-breakpoint
-- export and erasure: one person's letters beside tickets
CREATE INDEX "outbox_of_requester" ON "outbox" USING btree ("tenant_id","requester_id") WHERE ticket_id is null;
