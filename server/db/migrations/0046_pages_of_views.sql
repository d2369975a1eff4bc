ALTER TABLE "tickets" ADD COLUMN "appeal_due_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "tickets" SET "appeal_due_at" = to_timestamp(("life" -> 'clocks' -> 'appeal' ->> 'dueAt')::double precision / 1000)
WHERE "appealed_to" is not null;--> statement-breakpoint
-- desk: what is left to do of plans, the first due first, page after page
CREATE INDEX "plan_tasks_left" ON "plan_tasks" USING btree ("tenant_id","due_at","organisation_id","item","month") WHERE done_at is null;--> statement-breakpoint
-- desk: what was done of plans, the last first, page after page
CREATE INDEX "plan_tasks_finished" ON "plan_tasks" USING btree ("tenant_id","done_at" DESC NULLS LAST,"organisation_id" DESC NULLS LAST,"item" DESC NULLS LAST,"month" DESC NULLS LAST) WHERE done_at is not null;--> statement-breakpoint
-- results of one check or portal, the newest first, page after page
CREATE INDEX "probes_of_its_subject" ON "probes" USING btree ("tenant_id","subject","subject_id","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
-- desk: contacts after a resolution that are still owed, page after page; the last column only lets
-- PostgreSQL find those of one state without reading the tickets
CREATE INDEX "tickets_owed" ON "tickets" USING btree ("tenant_id","resolved_at","number","follow_up") WHERE follow_up in ('due', 'asked', 'person');--> statement-breakpoint
-- desk: appeals that wait to be heard, by their terms, those without one last, page after page
CREATE INDEX "tickets_appeals" ON "tickets" USING btree ("tenant_id",coalesce(appeal_due_at, 'infinity'::timestamptz),"number") WHERE appealed_to is not null;--> statement-breakpoint
DROP INDEX "plan_tasks_open";--> statement-breakpoint
DROP INDEX "plan_tasks_done";--> statement-breakpoint
DROP INDEX "probes_of_subject";--> statement-breakpoint
DROP INDEX "tickets_follow_up";--> statement-breakpoint
DROP INDEX "tickets_appealed";
