DROP INDEX "tickets_unresolved";--> statement-breakpoint
DROP INDEX "tickets_resolved";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "life" json;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "follow_up" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "queue_key" text DEFAULT '~' NOT NULL;--> statement-breakpoint
-- tickets from before have a life as far as their columns and their one clock told it
UPDATE "tickets" t SET "outcome" = CASE t."status" WHEN 'resolved' THEN 'solved' END,
  "due_at" = CASE WHEN c."stopped_at" IS NULL AND t."status" <> 'resolved' THEN c."due_at" END,
  "life" = json_build_object('status', t."status", 'severity', t."severity", 'category', t."category",
    'complete', json_array_length(t."decision"->'missing') = 0,
    'receivedAt', floor(extract(epoch FROM t."received_at") * 1000),
    'clocks', CASE WHEN c."ticket_id" IS NULL THEN '{}'::json ELSE json_build_object('first_response',
      json_build_object('startedAt', floor(extract(epoch FROM c."started_at") * 1000),
        'dueAt', floor(extract(epoch FROM c."due_at") * 1000), 'warnAt', null,
        'stoppedAt', floor(extract(epoch FROM coalesce(c."stopped_at", t."resolved_at")) * 1000),
        'warnedAt', null, 'breachedAt', null)) END,
    'firstRespondedAt', floor(extract(epoch FROM t."first_responded_at") * 1000),
    'lastAgentMessageAt', floor(extract(epoch FROM t."last_agent_message_at") * 1000),
    'lastRequesterMessageAt', floor(extract(epoch FROM t."created_at") * 1000),
    'waiting', CASE WHEN t."status" = 'waiting_requester' THEN json_build_object('for', 'no_information',
      'since', floor(extract(epoch FROM coalesce(t."last_agent_message_at", t."updated_at")) * 1000),
      'reminders', 0, 'remindedAt', null) END,
    'diagnosisStartedAt', null, 'finding', null, 'cause', null, 'onCall', null,
    'takenUpBy', null, 'assignee', null, 'escalatedTo', null,
    'release', null, 'handedOver', false,
    'ending', CASE WHEN t."status" = 'resolved' THEN json_build_object('outcome', 'solved',
      'at', floor(extract(epoch FROM coalesce(t."resolved_at", t."updated_at")) * 1000), 'reason', null) END,
    'followUp', null, 'appealedTo', null, 'mergedInto', null, 'statusBeforeMerge', null)
FROM "tickets" own LEFT JOIN "clocks" c ON c."tenant_id" = own."tenant_id" AND c."ticket_id" = own."id"
WHERE own."tenant_id" = t."tenant_id" AND own."id" = t."id";--> statement-breakpoint
INSERT INTO "timers" ("tenant_id", "subject_id", "kind", "due_at", "fire_at", "state")
SELECT "tenant_id", "id", 'first_response.due', "due_at", "due_at", 'armed' FROM "tickets"
WHERE "due_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "life" SET NOT NULL;--> statement-breakpoint
DROP TABLE "clocks";--> statement-breakpoint
-- desk: everything that has not ended, in the order of the regulation
CREATE INDEX "tickets_queue" ON "tickets" USING btree ("tenant_id",queue_key collate "C","number") WHERE status not in ('resolved', 'closed');--> statement-breakpoint
-- desk: what has ended, newest first
CREATE INDEX "tickets_ended" ON "tickets" USING btree ("tenant_id","resolved_at" DESC NULLS LAST) WHERE status in ('resolved', 'closed');--> statement-breakpoint
-- promises that run, for calendars that change
CREATE INDEX "tickets_due" ON "tickets" USING btree ("tenant_id","number") WHERE due_at is not null;--> statement-breakpoint
-- desk: contacts after a resolution that are still owed
CREATE INDEX "tickets_follow_up" ON "tickets" USING btree ("tenant_id","follow_up","resolved_at") WHERE follow_up in ('due', 'asked', 'person');
--> statement-breakpoint
DROP TABLE "critical_tracks";
