-- one index holds the tenant with words, another the tenant with three letters at a time
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "article_search" (
	"tenant_id" text NOT NULL,
	"article_id" text NOT NULL,
	"locale" text NOT NULL,
	"exact" "tsvector" NOT NULL,
	"stems" "tsvector" NOT NULL,
	"folded" text NOT NULL,
	CONSTRAINT "article_search_tenant_id_article_id_locale_pk" PRIMARY KEY("tenant_id","article_id","locale")
);
--> statement-breakpoint
CREATE TABLE "article_texts" (
	"tenant_id" text NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_texts_tenant_id_article_id_version_locale_pk" PRIMARY KEY("tenant_id","article_id","version","locale")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"slug" text NOT NULL,
	"visibility" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"published_version" integer,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "articles_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "articles_slug" UNIQUE("tenant_id","slug")
);
--> statement-breakpoint
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_tenant_id_article_id_articles_tenant_id_id_fk" FOREIGN KEY ("tenant_id","article_id") REFERENCES "public"."articles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_texts" ADD CONSTRAINT "article_texts_tenant_id_article_id_articles_tenant_id_id_fk" FOREIGN KEY ("tenant_id","article_id") REFERENCES "public"."articles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- search of articles by words and by stems
CREATE INDEX "article_search_words" ON "article_search" USING gin ("tenant_id","exact","stems");--> statement-breakpoint
-- search of articles by words with typing mistakes
CREATE INDEX "article_search_alike" ON "article_search" USING gin ("tenant_id",folded gin_trgm_ops);