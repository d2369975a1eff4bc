CREATE TABLE "meetings" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"url" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"planned_minutes" integer NOT NULL,
	"requester_timezone" text,
	"state" text NOT NULL,
	"arranged_by" text NOT NULL,
	"arranged_at" timestamp (3) with time zone NOT NULL,
	"held_minutes" integer,
	"time_entry_id" text,
	CONSTRAINT "meetings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- meetings about one ticket, in their order
CREATE INDEX "meetings_of_ticket" ON "meetings" USING btree ("tenant_id","ticket_id","at");