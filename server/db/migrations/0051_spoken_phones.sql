ALTER TABLE "requesters" ADD COLUMN "spoken_phone" text;--> statement-breakpoint
-- whom an earlier release knows by an id made of their phone keeps that id until they are erased
UPDATE "requesters" r SET "spoken_phone" = regexp_replace(r."phone", '[^0-9]', '', 'g')
WHERE r."identity" = 'device' AND r."phone" ~ '[0-9]' AND r."id" = 'rqr_' || left(translate(encode(sha256(convert_to(
  r."tenant_id" || E'\ncontact\n' || regexp_replace(r."phone", '[^0-9]', '', 'g'), 'UTF8')), 'base64'), '+/=', '-_'), 26);--> statement-breakpoint
-- who called from this phone before, once however many calls are written down at once
CREATE UNIQUE INDEX "requesters_spoken_phone" ON "requesters" USING btree ("tenant_id","spoken_phone") WHERE spoken_phone is not null;
