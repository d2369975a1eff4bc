CREATE TABLE "agent_notices" (
	"tenant_id" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "agent_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"agent_id" text NOT NULL,
	"kind" text NOT NULL,
	"ticket_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "agent_notices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "announcement_deliveries" (
	"tenant_id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"contact_sha256" text NOT NULL,
	"channel" text NOT NULL,
	"requester_id" text NOT NULL,
	"outbox_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcement_deliveries_tenant_id_announcement_id_contact_sha256_channel_pk" PRIMARY KEY("tenant_id","announcement_id","contact_sha256","channel")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"texts" json NOT NULL,
	"audience" json NOT NULL,
	"publish_at" timestamp (3) with time zone NOT NULL,
	"delivered_to" text,
	"delivered_at" timestamp (3) with time zone,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcements_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"every_minutes" integer NOT NULL,
	"expect_status" integer NOT NULL,
	"failures_to_open" integer NOT NULL,
	"notify_affected" boolean NOT NULL,
	"failures_in_a_row" integer DEFAULT 0 NOT NULL,
	"last_result_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	CONSTRAINT "checks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "critical_tracks" (
	"tenant_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ack_by" timestamp (3) with time zone NOT NULL,
	"breached_at" timestamp (3) with time zone,
	"taken_up_at" timestamp (3) with time zone,
	"taken_up_by" text,
	"called" json NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "critical_tracks_tenant_id_ticket_id_pk" PRIMARY KEY("tenant_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"recovered_at" timestamp (3) with time zone,
	CONSTRAINT "incidents_tenant_id_kind_source_source_id_pk" PRIMARY KEY("tenant_id","kind","source","source_id")
);
--> statement-breakpoint
CREATE TABLE "probes" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"url" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"outcome" text,
	"reason" text,
	"http_status" integer,
	CONSTRAINT "probes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"tenant_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"score" integer,
	"solved" boolean,
	"comment" text,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_answers_tenant_id_survey_id_pk" PRIMARY KEY("tenant_id","survey_id")
);
--> statement-breakpoint
CREATE TABLE "survey_opt_outs" (
	"tenant_id" text NOT NULL,
	"contact_sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_opt_outs_tenant_id_contact_sha256_pk" PRIMARY KEY("tenant_id","contact_sha256")
);
--> statement-breakpoint
CREATE TABLE "survey_waves" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"questions" json NOT NULL,
	"sample_percent" integer NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"repeats" text,
	"sent_to" text,
	"sent_at" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_waves_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"wave_id" text,
	"ticket_id" text,
	"requester_id" text NOT NULL,
	"contact_sha256" text,
	"questions" json NOT NULL,
	"token_sha256" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "surveys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "critical_tracks" ADD CONSTRAINT "critical_tracks_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_tenant_id_ticket_id_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."tickets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- what an agent has not seen yet, the newest first
CREATE INDEX "agent_notices_unseen" ON "agent_notices" USING btree ("tenant_id","agent_id","at" DESC NULLS LAST) WHERE seen_at is null;--> statement-breakpoint
-- one open incident a check, and one of silence; found by its source
CREATE UNIQUE INDEX "incidents_open" ON "incidents" USING btree ("tenant_id","kind","source") WHERE recovered_at is null and kind <> 'alert';--> statement-breakpoint
-- prober: what has been asked for, the oldest first
CREATE INDEX "probes_asked" ON "probes" USING btree ("asked_at") WHERE finished_at is null;--> statement-breakpoint
-- results of one check or portal, the newest first
CREATE INDEX "probes_of_subject" ON "probes" USING btree ("tenant_id","subject","subject_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
-- the survey of a link
CREATE UNIQUE INDEX "surveys_token" ON "surveys" USING btree ("token_sha256");--> statement-breakpoint
-- once a contact and wave; counts of a wave
CREATE UNIQUE INDEX "surveys_of_wave" ON "surveys" USING btree ("tenant_id","wave_id","contact_sha256") WHERE wave_id is not null;