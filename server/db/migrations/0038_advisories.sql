CREATE TABLE "advisories" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"product" text NOT NULL,
	"severity" text NOT NULL,
	"affected_from" text,
	"fixed_in" text,
	"texts" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "advisories_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "announcement_deliveries" ALTER COLUMN "requester_id" DROP NOT NULL;