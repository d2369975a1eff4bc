CREATE TABLE "contract_contacts" (
	"tenant_id" text NOT NULL,
	"contract_number" text NOT NULL,
	"place" smallint NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text,
	"responsible" boolean NOT NULL,
	"telegram_login" text,
	"telegram_account_id" text,
	"telegram_bound_at" timestamp (3) with time zone,
	CONSTRAINT "contract_contacts_tenant_id_contract_number_place_pk" PRIMARY KEY("tenant_id","contract_number","place")
);
--> statement-breakpoint
CREATE TABLE "contract_domains" (
	"tenant_id" text NOT NULL,
	"contract_number" text NOT NULL,
	"domain" text NOT NULL,
	CONSTRAINT "contract_domains_tenant_id_contract_number_domain_pk" PRIMARY KEY("tenant_id","contract_number","domain")
);
--> statement-breakpoint
CREATE TABLE "contract_portals" (
	"tenant_id" text NOT NULL,
	"contract_number" text NOT NULL,
	"url" text NOT NULL,
	"kind" text NOT NULL,
	"edition" text,
	"version" text,
	CONSTRAINT "contract_portals_tenant_id_contract_number_url_pk" PRIMARY KEY("tenant_id","contract_number","url")
);
--> statement-breakpoint
CREATE TABLE "requester_proofs" (
	"tenant_id" text NOT NULL,
	"requester_id" text NOT NULL,
	"subject" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"ticket_id" text NOT NULL,
	"agent_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "requester_proofs_tenant_id_requester_id_subject_source_pk" PRIMARY KEY("tenant_id","requester_id","subject","source")
);
--> statement-breakpoint
DROP INDEX "organisations_name";--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "signed_on" date;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "first_response_by_severity" jsonb;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "requesters" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "contract" text;--> statement-breakpoint
-- whether an address is that of a listed person
CREATE INDEX "contract_contacts_by_email" ON "contract_contacts" USING btree ("tenant_id","email");--> statement-breakpoint
-- first contact of a registered login
CREATE INDEX "contract_contacts_by_login" ON "contract_contacts" USING btree ("tenant_id","telegram_login");--> statement-breakpoint
-- every later contact of a bound account
CREATE INDEX "contract_contacts_by_account" ON "contract_contacts" USING btree ("tenant_id","telegram_account_id");--> statement-breakpoint
-- whose mail it is
CREATE INDEX "contract_domains_by_domain" ON "contract_domains" USING btree ("tenant_id","domain");--> statement-breakpoint
-- whose portal it is
CREATE INDEX "contract_portals_by_url" ON "contract_portals" USING btree ("tenant_id","url");--> statement-breakpoint
-- one organisation a name: contracts of a second row of the same name go to the first, which stays
UPDATE "contracts" c SET "organisation_id" = kept."id" FROM "organisations" o
JOIN (SELECT "tenant_id", "name", min("id") AS "id" FROM "organisations" GROUP BY 1, 2) kept USING ("tenant_id", "name")
WHERE c."tenant_id" = o."tenant_id" AND c."organisation_id" = o."id" AND o."id" <> kept."id";--> statement-breakpoint
DELETE FROM "organisations" o USING "organisations" kept
WHERE kept."tenant_id" = o."tenant_id" AND kept."name" = o."name" AND kept."id" < o."id";--> statement-breakpoint
-- the contract of an identity that names its organisation alone; the desk's list by name
CREATE UNIQUE INDEX "organisations_by_name" ON "organisations" USING btree ("tenant_id","name");