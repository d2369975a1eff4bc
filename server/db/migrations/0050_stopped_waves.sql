ALTER TABLE "survey_waves" ADD COLUMN "first_starts_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "survey_waves" ADD COLUMN "ended_at" timestamp (3) with time zone;