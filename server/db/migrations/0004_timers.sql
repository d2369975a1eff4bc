CREATE TABLE "timers" (
	"tenant_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"kind" text NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fire_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "timers_tenant_id_subject_id_kind_pk" PRIMARY KEY("tenant_id","subject_id","kind")
);
--> statement-breakpoint
-- worker: what is due, the oldest first, and how long to sleep until the next
CREATE INDEX "timers_armed" ON "timers" USING btree ("fire_at") WHERE state = 'armed';