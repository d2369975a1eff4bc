-- tickets are never deleted; to look each event's up again cost a sixth of a deadline
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_tenant_id_ticket_id_tickets_tenant_id_id_fk";
--> statement-breakpoint
-- when deadlines come all at once, every ticket of a page is written in one transaction: each finds room for its next version
ALTER TABLE "tickets" SET (fillfactor = 50);
