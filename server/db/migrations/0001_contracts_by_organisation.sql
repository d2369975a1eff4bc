-- the contract of an identity that names its organisation alone: organisation by name, then its contracts
CREATE INDEX "contracts_of_organisation" ON "contracts" USING btree ("tenant_id","organisation_id");--> statement-breakpoint
CREATE INDEX "organisations_name" ON "organisations" USING btree ("tenant_id","name");