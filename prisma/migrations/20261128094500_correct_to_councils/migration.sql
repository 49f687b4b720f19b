-- A misspelt name of a council is taken for that council, whether or not it has a case study.
CREATE OR REPLACE FUNCTION search.correct(wrong text) RETURNS text LANGUAGE sql STABLE
  SET search_path = search, public, pg_catalog SET pg_trgm.similarity_threshold = 0.25 AS $$
  SELECT word FROM (
    SELECT w.word, w.documents, edits FROM search.word w, levenshtein_less_equal(w.word, wrong, 3) AS edits
     WHERE w.word % wrong AND w.documents >= 2
       AND edits <= CASE WHEN length(wrong) < 8 THEN 1 + (left(wrong, 1) = left(w.word, 1))::int ELSE 2 END
    UNION ALL
    SELECT part, 8, edits FROM "Council", regexp_split_to_table(lower(unaccent("shortName")), '[^a-z]+') AS part,
           levenshtein_less_equal(part, wrong, 2) AS edits
     WHERE length(part) >= 5 AND edits <= CASE WHEN length(wrong) < 8 THEN 1 ELSE 2 END) candidate
   WHERE length(word) BETWEEN length(wrong) - 2 AND length(wrong) + 2
   ORDER BY edits - 0.12 * ln(documents) - CASE WHEN left(word, 1) = left(wrong, 1) THEN 0.3 ELSE 0 END, word LIMIT 1
$$;
