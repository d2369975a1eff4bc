CREATE TABLE "article_tasks" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"finished_by" text,
	"article" text,
	CONSTRAINT "article_tasks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"tenant_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"owner_id" text,
	"target" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"overdue_at" timestamp (3) with time zone,
	CONSTRAINT "ideas_tenant_id_ticket_id_pk" PRIMARY KEY("tenant_id","ticket_id")
);
--> statement-breakpoint
ALTER TABLE "article_tasks" ADD CONSTRAINT "article_tasks_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- articles to write, the oldest first
CREATE INDEX "article_tasks_open" ON "article_tasks" USING btree ("tenant_id","created_at") WHERE finished_at is null;--> statement-breakpoint
-- articles to write of one ticket
CREATE INDEX "article_tasks_of_ticket" ON "article_tasks" USING btree ("tenant_id","ticket_id");--> statement-breakpoint
-- proposals and feedback by when they want an outcome
CREATE INDEX "ideas_due" ON "ideas" USING btree ("tenant_id","due_at");--> statement-breakpoint
-- feedback to process: found without an outcome
CREATE INDEX "ideas_overdue" ON "ideas" USING btree ("tenant_id","overdue_at") WHERE overdue_at is not null;