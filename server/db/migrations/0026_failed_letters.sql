ALTER TABLE "agent_notices" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agent_notices" ADD COLUMN "letter_id" bigint;