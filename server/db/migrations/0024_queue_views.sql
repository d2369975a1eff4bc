DROP INDEX "tickets_ended";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "closable_at" timestamp (3) with time zone;--> statement-breakpoint
-- desk: a view of the queue in the order of the regulation, and how many stand in it; the last two columns
-- only let PostgreSQL count without reading the tickets
CREATE INDEX "tickets_view" ON "tickets" USING btree ("tenant_id",(case
  when status in ('resolved', 'closed') then 'resolved'
  when status = 'awaiting_channel' then 'awaiting'
  when due_at is not null then 'order'
  when status = 'waiting_requester' then 'waiting'
  when status in ('escalated', 'waiting_release') then 'handed'
  when status = 'deferred' then 'deferred'
  else 'order' end),queue_key collate "C","number","closable_at","status","due_at") WHERE status not in ('resolved', 'closed');--> statement-breakpoint
-- desk: what silence lets an agent close, in the order of the regulation, and how many
CREATE INDEX "tickets_closable" ON "tickets" USING btree ("tenant_id",queue_key collate "C","number","closable_at") WHERE closable_at is not null and due_at is null
  and status = 'waiting_requester';--> statement-breakpoint
-- desk: the queue of one whom tickets were handed over to
CREATE INDEX "tickets_handed" ON "tickets" USING btree ("tenant_id",(life ->> 'escalatedTo'),queue_key collate "C","number") WHERE status = 'escalated';--> statement-breakpoint
-- desk: requesters who are silent, the longest first
CREATE INDEX "tickets_silent" ON "tickets" USING btree ("tenant_id","last_agent_message_at","number") WHERE status = 'waiting_requester';--> statement-breakpoint
-- desk: what has ended, newest first, page after page; reports of a period
CREATE INDEX "tickets_ended" ON "tickets" USING btree ("tenant_id","resolved_at" DESC NULLS LAST,"number" DESC NULLS LAST) WHERE status in ('resolved', 'closed');