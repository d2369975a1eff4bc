CREATE TABLE "uploads" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"uploader_id" text NOT NULL,
	"encoded_name" text NOT NULL,
	"declared_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"received_bytes" integer DEFAULT 0 NOT NULL,
	"pieces" text[] DEFAULT '{}' NOT NULL,
	"attachment_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "uploads_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
-- quota: what one person has begun and not ended; erasure: all that one person has begun
CREATE INDEX "uploads_of_person" ON "uploads" USING btree ("tenant_id","uploader_id","expires_at");--> statement-breakpoint
-- sweep: uploads whose time is over
CREATE INDEX "uploads_expired" ON "uploads" USING btree ("expires_at");