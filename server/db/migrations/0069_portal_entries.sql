CREATE TABLE "portal_entries" (
	"tenant_id" text NOT NULL,
	"counted" text NOT NULL,
	"minute" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	"unproven" integer NOT NULL,
	CONSTRAINT "portal_entries_tenant_id_counted_pk" PRIMARY KEY("tenant_id","counted")
);
--> statement-breakpoint
ALTER TABLE "portal_entries" ADD CONSTRAINT "portal_entries_tenant_id_portal_apps_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."portal_apps"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portal_entries_to_sweep" ON "portal_entries" USING btree ("minute");