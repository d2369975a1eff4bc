ALTER TABLE "portals" ADD COLUMN "looked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "portals_by_sight" ON "portals" USING btree ("seen_at");