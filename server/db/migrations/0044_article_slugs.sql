CREATE TABLE "article_slugs" (
	"tenant_id" text NOT NULL,
	"slug" text NOT NULL,
	"article_id" text NOT NULL,
	CONSTRAINT "article_slugs_tenant_id_slug_pk" PRIMARY KEY("tenant_id","slug")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "published_slug" text;--> statement-breakpoint
-- addresses of an article
CREATE INDEX "article_slugs_of_article" ON "article_slugs" USING btree ("tenant_id","article_id");--> statement-breakpoint
INSERT INTO "article_slugs" ("tenant_id", "slug", "article_id") SELECT "tenant_id", "slug", "id" FROM "articles";--> statement-breakpoint
UPDATE "articles" SET "published_slug" = "slug" WHERE "published_version" IS NOT NULL;
