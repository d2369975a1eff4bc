CREATE TABLE "known_problems" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"product" text NOT NULL,
	"affected_from" text,
	"fixed_in" text,
	"state" text NOT NULL,
	"texts" json NOT NULL,
	"article_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_problems_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "problem_tickets" (
	"tenant_id" text NOT NULL,
	"problem_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "problem_tickets_tenant_id_problem_id_ticket_id_pk" PRIMARY KEY("tenant_id","problem_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "release_waiters" (
	"tenant_id" text NOT NULL,
	"release_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "release_waiters_tenant_id_release_id_ticket_id_pk" PRIMARY KEY("tenant_id","release_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"product" text NOT NULL,
	"version" text NOT NULL,
	"planned_on" date,
	"released_on" date,
	"texts" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "releases_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "releases_version" UNIQUE("tenant_id","product","version")
);
--> statement-breakpoint
ALTER TABLE "known_problems" ADD CONSTRAINT "known_problems_tenant_id_article_id_articles_tenant_id_id_fk" FOREIGN KEY ("tenant_id","article_id") REFERENCES "public"."articles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_tickets" ADD CONSTRAINT "problem_tickets_tenant_id_problem_id_known_problems_tenant_id_id_fk" FOREIGN KEY ("tenant_id","problem_id") REFERENCES "public"."known_problems"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_tickets" ADD CONSTRAINT "problem_tickets_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_waiters" ADD CONSTRAINT "release_waiters_tenant_id_release_id_releases_tenant_id_id_fk" FOREIGN KEY ("tenant_id","release_id") REFERENCES "public"."releases"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_waiters" ADD CONSTRAINT "release_waiters_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- what a version ends
CREATE INDEX "known_problems_fixed_in" ON "known_problems" USING btree ("tenant_id","fixed_in");--> statement-breakpoint
-- known problems of one ticket
CREATE INDEX "problem_tickets_of_ticket" ON "problem_tickets" USING btree ("tenant_id","ticket_id");--> statement-breakpoint
-- what a ticket was promised; its erasure
CREATE INDEX "release_waiters_of_ticket" ON "release_waiters" USING btree ("tenant_id","ticket_id");--> statement-breakpoint
-- what waits for a version that is out
CREATE INDEX "tickets_waiting_release" ON "tickets" USING btree ("tenant_id","id") WHERE status = 'waiting_release';