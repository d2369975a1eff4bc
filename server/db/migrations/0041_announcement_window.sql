ALTER TABLE "announcements" ADD COLUMN "works_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "works_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "shown_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "check_id" text;--> statement-breakpoint
-- what was told before is shown nowhere; without this a past outage would be for ever
UPDATE "announcements" SET "shown_until" = "publish_at";
