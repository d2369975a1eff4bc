CREATE TABLE "portal_paces" (
	"tenant_id" text NOT NULL,
	"host" text NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "portal_paces_tenant_id_host_pk" PRIMARY KEY("tenant_id","host")
);
