ALTER TABLE "article_search" ADD COLUMN "head" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "head_stems" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
-- search of articles by some of the words, in titles and summaries
CREATE INDEX "article_search_head" ON "article_search" USING gin ("tenant_id","head","head_stems");