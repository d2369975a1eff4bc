CREATE TABLE "portal_contract_asks" (
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"number" text,
	"user_id" integer,
	"asked_at" timestamp (3) with time zone,
	"refused_at" timestamp (3) with time zone,
	"refusal" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "portal_contract_asks_tenant_id_member_id_pk" PRIMARY KEY("tenant_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "portal_contract_asks" ADD CONSTRAINT "portal_contract_asks_tenant_id_member_id_portals_tenant_id_member_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."portals"("tenant_id","member_id") ON DELETE no action ON UPDATE no action;