DROP INDEX "webhook_deliveries_waiting";--> statement-breakpoint
-- worker: what one receiver is to be told next, however much it waits for; how much that is
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("tenant_id","webhook_id","try_at","seq") WHERE state = 'waiting';--> statement-breakpoint
-- worker: what was over a month ago, to be forgotten
CREATE INDEX "webhook_deliveries_old" ON "webhook_deliveries" USING btree ("tenant_id","try_at");