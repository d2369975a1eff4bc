ALTER TABLE "vendor_portal_records" ADD COLUMN "former_host" text;--> statement-breakpoint
ALTER TABLE "vendor_portal_records" ADD COLUMN "former_entity_type_id" integer;--> statement-breakpoint
ALTER TABLE "vendor_portal_records" ADD COLUMN "erased_at" timestamp (3) with time zone;