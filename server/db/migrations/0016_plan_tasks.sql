CREATE TABLE "plan_tasks" (
	"tenant_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"item" text NOT NULL,
	"month" date NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" text,
	"ticket_id" text,
	CONSTRAINT "plan_tasks_tenant_id_organisation_id_item_month_pk" PRIMARY KEY("tenant_id","organisation_id","item","month")
);
--> statement-breakpoint
-- a desk's open tasks of plans, the first due first
CREATE INDEX "plan_tasks_open" ON "plan_tasks" USING btree ("tenant_id","due_at") WHERE done_at is null;--> statement-breakpoint
-- what was done of them, the last first
CREATE INDEX "plan_tasks_done" ON "plan_tasks" USING btree ("tenant_id","done_at" DESC NULLS LAST) WHERE done_at is not null;