ALTER TABLE "vendor_portal_comments" ADD COLUMN "place" text DEFAULT 'item' NOT NULL;--> statement-breakpoint
ALTER TABLE "vendor_portal_comments" DROP CONSTRAINT "vendor_portal_comments_tenant_id_remote_id_pk";--> statement-breakpoint
ALTER TABLE "vendor_portal_comments" ADD CONSTRAINT "vendor_portal_comments_tenant_id_place_remote_id_pk" PRIMARY KEY("tenant_id","place","remote_id");
