-- desk: the incident behind the ticket that is read
CREATE INDEX "incidents_by_ticket" ON "incidents" USING btree ("tenant_id","ticket_id");