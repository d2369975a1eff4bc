DROP INDEX "ticket_events_of_ticket";--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_tenant_id_id_pk";--> statement-breakpoint
ALTER TABLE "ticket_events" ALTER COLUMN "seq" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_events" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_events" ALTER COLUMN "body" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_events" ALTER COLUMN "hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq");--> statement-breakpoint
-- timeline of one ticket
CREATE INDEX "ticket_events_of_ticket" ON "ticket_events" USING btree ("tenant_id","ticket_id","seq");--> statement-breakpoint
ALTER TABLE "ticket_events" DROP COLUMN "id";--> statement-breakpoint
ALTER TABLE "ticket_events" DROP COLUMN "actor_kind";--> statement-breakpoint
ALTER TABLE "ticket_events" DROP COLUMN "actor_id";--> statement-breakpoint
ALTER TABLE "ticket_events" DROP COLUMN "params";