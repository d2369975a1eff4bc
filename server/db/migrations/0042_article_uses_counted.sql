-- how often articles were shown, opened, dismissed and answered
CREATE INDEX "article_uses_of_article" ON "article_uses" USING btree ("tenant_id","article_id","use");