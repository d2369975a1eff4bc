CREATE TABLE "interactions" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"requester_id" text,
	"organisation" text,
	"name" text,
	"phone" text,
	"category" text,
	"locale" text NOT NULL,
	"words" text,
	"salt" text,
	"edition" text NOT NULL,
	"reason" text NOT NULL,
	"clause" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"ticket_id" text,
	CONSTRAINT "interactions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
-- all contacts of a desk, newest first
CREATE INDEX "interactions_newest" ON "interactions" USING btree ("tenant_id","at" DESC NULLS LAST);--> statement-breakpoint
-- card of a customer: contacts of one person, newest first
CREATE INDEX "interactions_of_requester" ON "interactions" USING btree ("tenant_id","requester_id","at" DESC NULLS LAST) WHERE requester_id is not null;--> statement-breakpoint
-- card of a customer: contacts of an organisation, newest first
CREATE INDEX "interactions_of_organisation" ON "interactions" USING btree ("tenant_id","organisation","at" DESC NULLS LAST) WHERE organisation is not null;