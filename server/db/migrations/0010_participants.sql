CREATE TABLE "participants" (
	"tenant_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"purpose" text NOT NULL,
	"clause" text,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "participants_tenant_id_ticket_id_agent_id_pk" PRIMARY KEY("tenant_id","ticket_id","agent_id")
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "role" text DEFAULT 'agent' NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;