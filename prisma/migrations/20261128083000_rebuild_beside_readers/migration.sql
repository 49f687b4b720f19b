-- Emptied by TRUNCATE, the tables could not be read until everything was there again. Deleted rows are seen until then.
-- Whoever publishes meanwhile waits, as long as a statement may.
CREATE OR REPLACE FUNCTION search.rebuild() RETURNS void LANGUAGE plpgsql
  SET search_path = search, public, pg_catalog SET work_mem = '64MB' SET jit = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  DELETE FROM search.posting;
  DELETE FROM search.word;
  DELETE FROM search.document;
  INSERT INTO search.document SELECT number, words, forms,
    (SELECT least(30000, coalesce(sum(frequency), 0)) FROM search.frequencies(words)) FROM search.source;
  INSERT INTO search.posting SELECT f.lexeme, d.number, f.frequency, d.length FROM search.document d, search.frequencies(d.words) f
    ORDER BY f.lexeme COLLATE "C", d.number;
  INSERT INTO search.word SELECT form, (ts_lexize('english_stem', form))[1], count(*) FROM search.document, unnest(forms) form
    GROUP BY form ORDER BY form COLLATE "C";
  UPDATE search.total SET (documents, length) = (SELECT count(*), coalesce(sum(d.length), 0) FROM search.document d);
END $$;

-- Only words that changed are read again: a card put into a collection, or under another term, says the same as before.
DROP TRIGGER "Listing_searched" ON "Listing";
CREATE TRIGGER "Listing_searched" AFTER INSERT OR DELETE ON "Listing" FOR EACH ROW EXECUTE FUNCTION search.note_change();
CREATE TRIGGER "Listing_reworded" AFTER UPDATE OF "number", "title" ON "Listing" FOR EACH ROW
  WHEN (OLD."number" IS DISTINCT FROM NEW."number" OR OLD."title" IS DISTINCT FROM NEW."title")
  EXECUTE FUNCTION search.note_change();
DROP TRIGGER "ListingText_searched" ON "ListingText";
CREATE TRIGGER "ListingText_searched" AFTER INSERT OR DELETE ON "ListingText" FOR EACH ROW EXECUTE FUNCTION search.note_text();
CREATE TRIGGER "ListingText_reworded" AFTER UPDATE ON "ListingText" FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION search.note_text();
