-- report: what was put off in a period
CREATE INDEX "ticket_events_deferred" ON "ticket_events" USING btree ("tenant_id","at") WHERE kind = 'deferred';