ALTER TABLE "agent_notices" ADD COLUMN "portal_id" text;--> statement-breakpoint
ALTER TABLE "portals" ADD COLUMN "erasure_asked_at" timestamp (3) with time zone;