CREATE TABLE "webhook_deliveries" (
	"tenant_id" text NOT NULL,
	"webhook_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "webhook_deliveries_tenant_id_webhook_id_seq_pk" PRIMARY KEY("tenant_id","webhook_id","seq")
);
--> statement-breakpoint
CREATE TABLE "webhook_secrets" (
	"tenant_id" text NOT NULL,
	"webhook_id" text NOT NULL,
	"id" text NOT NULL,
	"sealed" text NOT NULL,
	"until" timestamp (3) with time zone,
	CONSTRAINT "webhook_secrets_tenant_id_webhook_id_id_pk" PRIMARY KEY("tenant_id","webhook_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"url" text NOT NULL,
	"types" text[] NOT NULL,
	"seq" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	CONSTRAINT "webhooks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
-- worker: what one receiver waits for, in the order of the log; how much that is
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" USING btree ("tenant_id","webhook_id","seq") WHERE state = 'waiting';--> statement-breakpoint
-- how much was given up
CREATE INDEX "webhook_deliveries_dead" ON "webhook_deliveries" USING btree ("tenant_id","webhook_id") WHERE state = 'dead';