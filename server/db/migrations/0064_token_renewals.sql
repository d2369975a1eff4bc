ALTER TABLE "portal_tokens" ADD COLUMN "renewed_by" text;--> statement-breakpoint
ALTER TABLE "portal_tokens" ADD COLUMN "renewed_until" timestamp (3) with time zone;