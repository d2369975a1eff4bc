CREATE TABLE "guests" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"help" text NOT NULL,
	"token_sha256" text NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended" text,
	"last_seen_at" timestamp (3) with time zone,
	CONSTRAINT "guests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- the guest behind a link
CREATE UNIQUE INDEX "guests_token" ON "guests" USING btree ("tenant_id","token_sha256");--> statement-breakpoint
-- guests of one ticket
CREATE INDEX "guests_of_ticket" ON "guests" USING btree ("tenant_id","ticket_id");