-- What each generation changed in the listing, so that whoever holds the listing in memory can catch up with it. A generation has a
-- stamp of its own: two databases that came to the same number by different ways, as after a restore, do not have the same.
--
-- Whoever publishes meanwhile takes the tables in this order.
LOCK TABLE "Listing", "ListingText", "Generation" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE search.generation (
  number bigint PRIMARY KEY,
  stamp uuid NOT NULL DEFAULT gen_random_uuid(),
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON search.generation (transaction);
CREATE TABLE search.listing_change (
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  number int NOT NULL,
  PRIMARY KEY (transaction, number)
);
INSERT INTO search.generation (number) SELECT "number" FROM "Generation";

-- Whoever is further behind than ten thousand generations reads the listing anew.
CREATE FUNCTION search.note_generation() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  -- A number that does not rise belongs to another past, with which nobody can catch up.
  IF EXISTS (SELECT FROM search.generation WHERE number >= NEW."number") THEN
    DELETE FROM search.generation;
    DELETE FROM search.listing_change;
  END IF;
  INSERT INTO search.generation (number) VALUES (NEW."number");
  DELETE FROM search.listing_change c USING search.generation g WHERE g.number <= NEW."number" - 10000 AND c.transaction = g.transaction;
  DELETE FROM search.generation WHERE number <= NEW."number" - 10000;
  RETURN NULL;
END $$;
CREATE TRIGGER "Generation_noted" AFTER INSERT OR UPDATE ON "Generation" FOR EACH ROW EXECUTE FUNCTION search.note_generation();

CREATE FUNCTION search.note_listing() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO search.listing_change (number) VALUES (OLD."number") ON CONFLICT DO NOTHING; END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO search.listing_change (number) VALUES (NEW."number") ON CONFLICT DO NOTHING; END IF;
  RETURN NULL;
END $$;
-- Triggers of one table fire by name. These come before those of the search, so that everybody takes the generation first.
CREATE TRIGGER "Listing_changed" AFTER INSERT OR DELETE ON "Listing" FOR EACH ROW EXECUTE FUNCTION search.note_listing();
CREATE TRIGGER "Listing_altered" AFTER UPDATE ON "Listing" FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION search.note_listing();

-- Texts are found by their words.
CREATE FUNCTION search.note_listing_text() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  INSERT INTO search.listing_change (number)
    SELECT "number" FROM "Listing" WHERE "caseStudyId" IN (OLD."caseStudyId", NEW."caseStudyId") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "ListingText_changed" AFTER INSERT OR DELETE ON "ListingText" FOR EACH ROW EXECUTE FUNCTION search.note_listing_text();
CREATE TRIGGER "ListingText_altered" AFTER UPDATE ON "ListingText" FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION search.note_listing_text();

-- What changed the listing without a command, such as a statement by hand, raises the generation all the same.
CREATE FUNCTION search.raise_generation() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  -- Whoever has raised it holds the row, so its number is their own. The numbers of transactions begin anew on another server.
  IF NOT EXISTS (SELECT FROM search.generation JOIN "Generation" USING ("number") WHERE transaction = NEW.transaction) THEN
    UPDATE "Generation" SET "number" = "number" + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER raised_at_commit AFTER INSERT ON search.listing_change
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search.raise_generation();

-- Triggers for rows do not fire on TRUNCATE. Nobody can catch up with it.
CREATE FUNCTION search.forget_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  DELETE FROM search.generation;
  DELETE FROM search.listing_change;
  UPDATE "Generation" SET "number" = "number" + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "Listing_forgotten" AFTER TRUNCATE ON "Listing" FOR EACH STATEMENT EXECUTE FUNCTION search.forget_changes();

-- Synonyms change what words find.
CREATE FUNCTION search.raise_for_synonyms() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  UPDATE "Generation" SET "number" = "number" + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "Synonym_raised" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Synonym" FOR EACH STATEMENT EXECUTE FUNCTION search.raise_for_synonyms();

-- For what no trigger saw: everybody reads the listing anew. The caller has raised the generation, and so holds it.
CREATE FUNCTION search.forget_past() RETURNS void LANGUAGE sql SET search_path = search, public, pg_catalog AS $$
  DELETE FROM search.generation WHERE number < (SELECT "number" FROM "Generation");
  DELETE FROM search.listing_change;
$$;
