CREATE TABLE "access_grants" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"days" integer NOT NULL,
	"sealed" text,
	"asked_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"given_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "access_grants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- access of one ticket, oldest first
CREATE INDEX "access_grants_of_ticket" ON "access_grants" USING btree ("tenant_id","ticket_id","created_at");