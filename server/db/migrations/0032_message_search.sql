-- what a text is found by: its words in one spelling and their stems, of the Russian and English dictionary and our own
CREATE FUNCTION message_words(letters json) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT strip(to_tsvector('simple', coalesce(letters->>'folded', ''))
    || to_tsvector('simple', coalesce(letters->>'stems', ''))
    || to_tsvector('russian', coalesce(letters->>'plain', '')))
$$;--> statement-breakpoint
CREATE TABLE "message_search" (
	"tenant_id" text NOT NULL,
	"message_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "message_search_tenant_id_message_id_pk" PRIMARY KEY("tenant_id","message_id")
);
--> statement-breakpoint
-- search of messages by frequent words: the newest are looked through one by one
CREATE INDEX "message_search_newest" ON "message_search" USING btree ("tenant_id","at" DESC NULLS LAST,"message_id" DESC NULLS LAST);--> statement-breakpoint
-- search of messages by rare words
CREATE INDEX "message_search_words" ON "message_search" USING gin ("tenant_id","words");--> statement-breakpoint
-- erasure of a ticket's words
CREATE INDEX "message_search_of_ticket" ON "message_search" USING btree ("tenant_id","ticket_id");