-- Which web processes keep finished pages, how far each of them has seen what is public change, and until when that counts.
CREATE TABLE "Lease" (
  "id" UUID NOT NULL,
  "generation" BIGINT NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Lease_pkey" PRIMARY KEY ("id")
);

-- Heard when the transaction that raised it commits, and never before.
CREATE FUNCTION announce_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('generation', NEW."number"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "Generation_announced" AFTER UPDATE ON "Generation" FOR EACH ROW EXECUTE FUNCTION announce_generation();
