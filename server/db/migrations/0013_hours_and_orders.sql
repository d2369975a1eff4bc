CREATE TABLE "time_entries" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"organisation_id" text,
	"plan" text,
	"agent_id" text NOT NULL,
	"item" text,
	"minutes" integer NOT NULL,
	"counted_minutes" integer NOT NULL,
	"own_error" boolean NOT NULL,
	"exclusive" boolean NOT NULL,
	"order_id" text,
	"choice" text,
	"worked_at" timestamp (3) with time zone NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"voided_at" timestamp (3) with time zone,
	"voided_by" text,
	"replaces" text,
	CONSTRAINT "time_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"organisation_id" text,
	"item" text,
	"scope" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"clause" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "orders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- time on one ticket, in the order of work
CREATE INDEX "time_entries_of_ticket" ON "time_entries" USING btree ("tenant_id","ticket_id","worked_at");--> statement-breakpoint
-- an organisation's months: what counts from an instant on
CREATE INDEX "time_entries_of_organisation" ON "time_entries" USING btree ("tenant_id","organisation_id","counted_at") WHERE voided_at is null;--> statement-breakpoint
-- work on one order
CREATE INDEX "time_entries_of_order" ON "time_entries" USING btree ("tenant_id","order_id") WHERE voided_at is null and order_id is not null;--> statement-breakpoint
-- orders of one ticket, in the order of proposal
CREATE INDEX "orders_of_ticket" ON "orders" USING btree ("tenant_id","ticket_id","proposed_at");