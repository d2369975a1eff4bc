CREATE TABLE "article_helped" (
	"tenant_id" text NOT NULL,
	"article_id" text NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_helped_tenant_id_article_id_pk" PRIMARY KEY("tenant_id","article_id")
);
