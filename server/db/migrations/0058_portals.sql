CREATE TABLE "portal_apps" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_events" (
	"tenant_id" text NOT NULL,
	"sha256" text NOT NULL,
	"member_id" text NOT NULL,
	"name" text NOT NULL,
	"ts" integer NOT NULL,
	"sealed_body" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "portal_events_tenant_id_sha256_pk" PRIMARY KEY("tenant_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "portal_people" (
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" integer NOT NULL,
	"requester_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "portal_people_tenant_id_member_id_user_id_pk" PRIMARY KEY("tenant_id","member_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "portal_sessions" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" integer NOT NULL,
	"is_admin" boolean,
	"person" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_tokens" (
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" integer NOT NULL,
	"sealed_access" text NOT NULL,
	"sealed_refresh" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"refreshed_at" timestamp (3) with time zone NOT NULL,
	"refused_as" text,
	CONSTRAINT "portal_tokens_tenant_id_member_id_pk" PRIMARY KEY("tenant_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "portals" (
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"domain" text NOT NULL,
	"former_domains" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rest_url" text,
	"oauth_side" text NOT NULL,
	"version" text NOT NULL,
	"status" text NOT NULL,
	"license" text,
	"boxed" boolean,
	"language" text DEFAULT '' NOT NULL,
	"payment_expired" boolean,
	"days_left" integer,
	"scopes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sealed_event_key" text,
	"contract_number" text,
	"installed_at" timestamp (3) with time zone,
	"uninstalled_at" timestamp (3) with time zone,
	"life_ts" integer DEFAULT 0 NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "portals_tenant_id_member_id_pk" PRIMARY KEY("tenant_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "portal_apps" ADD CONSTRAINT "portal_apps_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_events" ADD CONSTRAINT "portal_events_tenant_id_portal_apps_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."portal_apps"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_people" ADD CONSTRAINT "portal_people_tenant_id_member_id_portals_tenant_id_member_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."portals"("tenant_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_sessions" ADD CONSTRAINT "portal_sessions_tenant_id_member_id_portals_tenant_id_member_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."portals"("tenant_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_tokens" ADD CONSTRAINT "portal_tokens_tenant_id_member_id_portals_tenant_id_member_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."portals"("tenant_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portals" ADD CONSTRAINT "portals_tenant_id_portal_apps_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."portal_apps"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "portal_apps_client" ON "portal_apps" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "portal_events_waiting" ON "portal_events" USING btree ("next_at");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_people_requester" ON "portal_people" USING btree ("tenant_id","requester_id");--> statement-breakpoint
CREATE INDEX "portal_sessions_of_portal" ON "portal_sessions" USING btree ("tenant_id","member_id");--> statement-breakpoint
CREATE INDEX "portal_sessions_to_sweep" ON "portal_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "portals_by_domain" ON "portals" USING btree ("tenant_id","domain");