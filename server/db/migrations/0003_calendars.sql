CREATE TABLE "calendars" (
	"calendar_id" text NOT NULL,
	"year" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "calendars_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"revision" text NOT NULL,
	"imported" json NOT NULL,
	"file_sha256" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendars_calendar_id_year_id_pk" PRIMARY KEY("calendar_id","year","id")
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "promise_recounted" json;