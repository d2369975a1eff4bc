CREATE TABLE "on_call_shifts" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"rank" integer NOT NULL,
	"planned_by" text NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "on_call_shifts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
-- the rota of a stretch of time: shifts that have not ended by its beginning
CREATE INDEX "on_call_shifts_ending" ON "on_call_shifts" USING btree ("tenant_id","ends_at");