ALTER TABLE "advisories" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "known_problems" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;