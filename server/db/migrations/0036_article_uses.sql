CREATE TABLE "article_uses" (
	"tenant_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"article_id" text NOT NULL,
	"use" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_uses_tenant_id_ticket_id_article_id_use_pk" PRIMARY KEY("tenant_id","ticket_id","article_id","use")
);
