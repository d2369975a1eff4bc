CREATE TABLE "vendor_portal_comments" (
	"tenant_id" text NOT NULL,
	"remote_id" bigint NOT NULL,
	"ticket_id" text NOT NULL,
	"seq" bigint,
	CONSTRAINT "vendor_portal_comments_tenant_id_remote_id_pk" PRIMARY KEY("tenant_id","remote_id")
);
--> statement-breakpoint
CREATE TABLE "vendor_portal_news" (
	"tenant_id" text NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"remote_id" bigint NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	CONSTRAINT "vendor_portal_news_tenant_id_sha256_pk" PRIMARY KEY("tenant_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "vendor_portal_pushes" (
	"tenant_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"ticket_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "vendor_portal_pushes_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
CREATE TABLE "vendor_portal_records" (
	"tenant_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"key" text NOT NULL,
	"type" text NOT NULL,
	"remote_id" bigint NOT NULL,
	"stage" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vendor_portal_records_tenant_id_ticket_id_key_pk" PRIMARY KEY("tenant_id","ticket_id","key")
);
--> statement-breakpoint
CREATE TABLE "vendor_portals" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"sealed_url" text NOT NULL,
	"sealed_event_key" text,
	"settings" jsonb NOT NULL,
	"seq" bigint NOT NULL,
	"connected_at" timestamp (3) with time zone NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone NOT NULL,
	"leased_by" text,
	"last_push_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "vendor_portal_comments" ADD CONSTRAINT "vendor_portal_comments_tenant_id_vendor_portals_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."vendor_portals"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_portal_news" ADD CONSTRAINT "vendor_portal_news_tenant_id_vendor_portals_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."vendor_portals"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_portal_pushes" ADD CONSTRAINT "vendor_portal_pushes_tenant_id_vendor_portals_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."vendor_portals"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_portal_records" ADD CONSTRAINT "vendor_portal_records_tenant_id_vendor_portals_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."vendor_portals"("tenant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_portals" ADD CONSTRAINT "vendor_portals_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vendor_portal_comments_of_ticket" ON "vendor_portal_comments" USING btree ("tenant_id","ticket_id","seq");--> statement-breakpoint
CREATE INDEX "vendor_portal_news_waiting" ON "vendor_portal_news" USING btree ("tenant_id","try_at") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "vendor_portal_news_old" ON "vendor_portal_news" USING btree ("tenant_id","received_at");--> statement-breakpoint
CREATE INDEX "vendor_portal_pushes_waiting" ON "vendor_portal_pushes" USING btree ("tenant_id","ticket_id","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "vendor_portal_pushes_dead" ON "vendor_portal_pushes" USING btree ("tenant_id","seq") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "vendor_portal_pushes_old" ON "vendor_portal_pushes" USING btree ("tenant_id","delivered_at");--> statement-breakpoint
CREATE INDEX "vendor_portal_records_remote" ON "vendor_portal_records" USING btree ("tenant_id","type","remote_id");