-- Words that mean the same are sets now, not pairs. The table had no rows: nothing wrote it.
DROP TABLE "Synonym";
CREATE TABLE "Synonym" (
    "id" UUID NOT NULL,
    "words" TEXT[],

    CONSTRAINT "Synonym_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Listing" DROP COLUMN "words",
ADD COLUMN     "number" SERIAL NOT NULL;
CREATE UNIQUE INDEX "Listing_number_key" ON "Listing"("number");

CREATE TABLE "ListingText" (
    "caseStudyId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "ListingText_pkey" PRIMARY KEY ("caseStudyId")
);
ALTER TABLE "ListingText" ADD CONSTRAINT "ListingText_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "Listing"("caseStudyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- The search ------------------------------------------------------------------------------------------------------
--
-- BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) over a table of postings. Everything in
-- this schema is derived from "Listing" and "ListingText", which hold only what is published; search.refresh is the only
-- writer, and triggers call it once for each changed case study when a transaction commits.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE SCHEMA search;
CREATE TEXT SEARCH CONFIGURATION search.english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search.english
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

CREATE TABLE search.document (
  number int PRIMARY KEY,
  words tsvector NOT NULL,
  -- Words as they are written, folded to plain small letters.
  forms text[] NOT NULL,
  length int NOT NULL
);
CREATE INDEX ON search.document USING gin (words);

-- Which document holds which word, how often (a title's count three times, the summary's twice), and how long it is.
CREATE TABLE search.posting (
  lexeme text COLLATE "C" NOT NULL,
  document int NOT NULL,
  frequency smallint NOT NULL,
  length smallint NOT NULL,
  PRIMARY KEY (lexeme, document) INCLUDE (frequency, length)
);

-- Words as they are written and in how many documents: what a misspelt word is compared with, and what is suggested.
CREATE TABLE search.word (
  word text COLLATE "C" PRIMARY KEY,
  lexeme text COLLATE "C" NOT NULL,
  documents int NOT NULL
);
CREATE INDEX ON search.word USING gin (word gin_trgm_ops);
CREATE INDEX ON search.word (lexeme);

CREATE TABLE search.total (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  documents int NOT NULL DEFAULT 0,
  length bigint NOT NULL DEFAULT 0
);
INSERT INTO search.total DEFAULT VALUES;

-- What a transaction has changed and not yet refreshed. Each has rows of its own, so that none waits for another here.
CREATE TABLE search.changed (
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  number int NOT NULL,
  PRIMARY KEY (transaction, number)
);

CREATE FUNCTION search.lexemes(words text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = search, public, pg_catalog AS $$
  SELECT tsvector_to_array(to_tsvector('search.english', words))
$$;

-- How often each word of a document counts.
CREATE FUNCTION search.frequencies(words tsvector) RETURNS TABLE (lexeme text, frequency smallint) LANGUAGE sql IMMUTABLE AS $$
  SELECT lexeme, least(30000, (SELECT sum(CASE weight WHEN 'A' THEN 3 WHEN 'B' THEN 2 ELSE 1 END) FROM unnest(weights) weight))::smallint
    FROM unnest(words)
$$;

-- What the search should hold of a case study.
CREATE VIEW search.source AS
  SELECT l."number", setweight(to_tsvector('search.english', l."title"), 'A')
      || setweight(to_tsvector('search.english', t."about"), 'B')
      || setweight(to_tsvector('search.english', t."body"), 'D') AS words,
    (SELECT coalesce(array_agg(form ORDER BY form), '{}')
       FROM unnest(tsvector_to_array(to_tsvector('simple', unaccent(concat_ws(' ', l."title", t."about", t."body"))))) form
      WHERE form ~ '^[a-z]{3,30}$' AND ts_lexize('english_stem', form) <> '{}') AS forms
    FROM "Listing" l JOIN "ListingText" t USING ("caseStudyId");

-- Brings everything about one case study into step with what is published of it, if anything is.
CREATE FUNCTION search.refresh(changed int) RETURNS void LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
DECLARE
  was search.document;
  becomes record;
  size int;
BEGIN
  -- Two publications that share words would otherwise wait for each other's rows of search.word for ever.
  PERFORM pg_advisory_xact_lock(72707371);
  SELECT * INTO was FROM search.document WHERE number = changed;
  SELECT * INTO becomes FROM search.source WHERE source.number = changed;
  IF was.words IS NOT DISTINCT FROM becomes.words AND was.forms IS NOT DISTINCT FROM becomes.forms THEN
    RETURN;
  END IF;

  IF was.number IS NOT NULL THEN
    DELETE FROM search.posting p USING unnest(tsvector_to_array(was.words)) gone WHERE p.lexeme = gone AND p.document = changed;
    UPDATE search.word w SET documents = documents - 1 WHERE w.word = ANY (was.forms);
    DELETE FROM search.word w WHERE w.word = ANY (was.forms) AND documents <= 0;
    UPDATE search.total SET documents = documents - 1, length = search.total.length - was.length;
    DELETE FROM search.document WHERE number = changed;
  END IF;

  IF becomes.number IS NOT NULL THEN
    SELECT least(30000, coalesce(sum(frequency), 0)) INTO size FROM search.frequencies(becomes.words);
    INSERT INTO search.document VALUES (changed, becomes.words, becomes.forms, size);
    INSERT INTO search.posting SELECT lexeme, changed, frequency, size FROM search.frequencies(becomes.words);
    INSERT INTO search.word
      SELECT form, (ts_lexize('english_stem', form))[1], 1 FROM unnest(becomes.forms) form
      ON CONFLICT (word) DO UPDATE SET documents = search.word.documents + 1;
    UPDATE search.total SET documents = documents + 1, length = search.total.length + size;
  END IF;
END $$;

-- Makes everything anew. Whoever publishes meanwhile waits.
CREATE FUNCTION search.rebuild() RETURNS void LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  TRUNCATE search.document, search.posting, search.word;
  INSERT INTO search.document SELECT number, words, forms,
    (SELECT least(30000, coalesce(sum(frequency), 0)) FROM search.frequencies(words)) FROM search.source;
  INSERT INTO search.posting SELECT f.lexeme, d.number, f.frequency, d.length FROM search.document d, search.frequencies(d.words) f;
  INSERT INTO search.word SELECT form, (ts_lexize('english_stem', form))[1], count(*) FROM search.document, unnest(forms) form GROUP BY form;
  UPDATE search.total SET (documents, length) = (SELECT count(*), coalesce(sum(d.length), 0) FROM search.document d);
END $$;

CREATE FUNCTION search.note_change() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO search.changed (number) VALUES (OLD."number") ON CONFLICT DO NOTHING; END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO search.changed (number) VALUES (NEW."number") ON CONFLICT DO NOTHING; END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION search.note_text() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  INSERT INTO search.changed (number)
    SELECT "number" FROM "Listing" WHERE "caseStudyId" IN (OLD."caseStudyId", NEW."caseStudyId") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION search.refresh_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  PERFORM search.refresh(NEW.number);
  DELETE FROM search.changed WHERE transaction = NEW.transaction AND number = NEW.number;
  RETURN NULL;
END $$;
CREATE FUNCTION search.empty() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  TRUNCATE search.document, search.posting, search.word, search.changed;
  UPDATE search.total SET documents = 0, length = 0;
  RETURN NULL;
END $$;

CREATE TRIGGER "Listing_searched" AFTER INSERT OR DELETE OR UPDATE OF "number", "title" ON "Listing"
  FOR EACH ROW EXECUTE FUNCTION search.note_change();
CREATE TRIGGER "ListingText_searched" AFTER INSERT OR UPDATE OR DELETE ON "ListingText"
  FOR EACH ROW EXECUTE FUNCTION search.note_text();
CREATE CONSTRAINT TRIGGER changed_at_commit AFTER INSERT ON search.changed
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search.refresh_changed();
-- Triggers for rows do not fire on TRUNCATE.
CREATE TRIGGER "Listing_emptied" AFTER TRUNCATE ON "Listing" FOR EACH STATEMENT EXECUTE FUNCTION search.empty();
CREATE TRIGGER "ListingText_emptied" AFTER TRUNCATE ON "ListingText" FOR EACH STATEMENT EXECUTE FUNCTION search.empty();

-- Whatever took a version out of the public's sight, its case study leaves the listing with the same commit.
CREATE FUNCTION search.hide_unpublished() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  DELETE FROM "Listing" l WHERE l."caseStudyId" = OLD."caseStudyId"
    AND NOT EXISTS (SELECT 1 FROM "Version" v WHERE v."caseStudyId" = l."caseStudyId" AND v."state" = 'published');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Version_hidden" AFTER UPDATE OF "state" ON "Version"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."state" = 'published') EXECUTE FUNCTION search.hide_unpublished();
CREATE CONSTRAINT TRIGGER "Version_removed" AFTER DELETE ON "Version"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."state" = 'published') EXECUTE FUNCTION search.hide_unpublished();

-- Synonyms as the search reads them.
CREATE TABLE search.synonym (
  "group" uuid NOT NULL,
  words text NOT NULL,
  lexemes text[] NOT NULL,
  PRIMARY KEY ("group", words)
);
CREATE FUNCTION search.read_synonym() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  DELETE FROM search.synonym WHERE "group" = OLD."id";
  INSERT INTO search.synonym SELECT DISTINCT NEW."id", expression, search.lexemes(expression) FROM unnest(NEW."words") expression
    WHERE NEW."id" IS NOT NULL AND search.lexemes(expression) <> '{}';
  RETURN NULL;
END $$;
CREATE TRIGGER "Synonym_read" AFTER INSERT OR UPDATE OR DELETE ON "Synonym" FOR EACH ROW EXECUTE FUNCTION search.read_synonym();
CREATE FUNCTION search.forget_synonyms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN TRUNCATE search.synonym; RETURN NULL; END $$;
CREATE TRIGGER "Synonym_emptied" AFTER TRUNCATE ON "Synonym" FOR EACH STATEMENT EXECUTE FUNCTION search.forget_synonyms();

-- How far the search has drifted from what is published. Every count is zero, always.
CREATE VIEW search.drift AS
  SELECT 'document that is not as published' AS what, count(*)::int AS rows
    FROM search.source s FULL JOIN search.document d USING (number)
   WHERE s.words IS DISTINCT FROM d.words OR s.forms IS DISTINCT FROM d.forms
  UNION ALL SELECT 'posting missing', count(*)::int FROM (
    SELECT f.lexeme COLLATE "C", d.number, f.frequency, d.length::smallint FROM search.document d, search.frequencies(d.words) f
    EXCEPT SELECT lexeme, document, frequency, length FROM search.posting) missing
  UNION ALL SELECT 'posting too many', (SELECT count(*) FROM search.posting)::int - (SELECT coalesce(sum(length(words)), 0) FROM search.document)::int
  UNION ALL SELECT 'word', count(*)::int FROM (
    SELECT form COLLATE "C" AS word, count(*)::int AS documents FROM search.document, unnest(forms) form GROUP BY 1) counted
    FULL JOIN search.word w USING (word) WHERE counted.documents IS DISTINCT FROM w.documents
  UNION ALL SELECT 'total', count(*)::int FROM search.total
   WHERE (documents, length) <> (SELECT count(*), coalesce(sum(d.length), 0) FROM search.document d)
  UNION ALL SELECT 'listed and not published', count(*)::int FROM "Listing" l
   WHERE NOT EXISTS (SELECT 1 FROM "Version" v WHERE v."caseStudyId" = l."caseStudyId" AND v."state" = 'published')
  UNION ALL SELECT 'published and not listed', count(*)::int FROM "Version" v
   WHERE v."state" = 'published' AND NOT EXISTS (SELECT 1 FROM "ListingText" t WHERE t."caseStudyId" = v."caseStudyId")
  UNION ALL SELECT 'change not refreshed', count(*)::int FROM search.changed;

-- The word that is likeliest meant by one that no document holds; null for none. Nearest first by edits, then the commoner.
CREATE FUNCTION search.correct(wrong text) RETURNS text LANGUAGE sql STABLE
  SET search_path = search, public, pg_catalog SET pg_trgm.similarity_threshold = 0.25 AS $$
  SELECT w.word FROM search.word w, levenshtein_less_equal(w.word, wrong, 3) AS edits
   WHERE w.word % wrong AND length(w.word) BETWEEN length(wrong) - 2 AND length(wrong) + 2 AND w.documents >= 2
     AND edits <= CASE WHEN length(wrong) < 8 THEN 1 + (left(wrong, 1) = left(w.word, 1))::int ELSE 2 END
   ORDER BY edits - 0.12 * ln(w.documents) - CASE WHEN left(w.word, 1) = left(wrong, 1) THEN 0.3 ELSE 0 END, w.word LIMIT 1
$$;
