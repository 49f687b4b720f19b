-- A short word is near to many others, and is often an acronym or a name: it is only corrected where it is one slip from a word that
-- begins with the same letter. The slip may be neighbours that are swapped, a letter left out or one doubled; in five letters also one
-- struck wrongly. In words of any length, neighbours that are swapped are one slip and not two.
CREATE OR REPLACE FUNCTION search.correct(wrong text) RETURNS text LANGUAGE sql STABLE
  SET search_path = search, public, pg_catalog SET pg_trgm.similarity_threshold = 0.25 AS $$
  SELECT word FROM (
    SELECT word, documents, 1 + (left(wrong, 1) = left(word, 1))::int AS most FROM search.word WHERE word % wrong AND documents >= 2
    UNION ALL
    SELECT part, 8, 1 FROM "Council", regexp_split_to_table(lower(unaccent("shortName")), '[^a-z]+') AS part
     WHERE length(part) >= 5) candidate,
    levenshtein_less_equal(word, wrong, 3) AS edits,
    LATERAL (SELECT edits = 2 AND length(word) = length(wrong) AND EXISTS (
      SELECT FROM generate_series(1, length(wrong) - 1) AS place
       WHERE overlay(wrong PLACING reverse(substr(wrong, place, 2)) FROM place FOR 2) = word) AS swapped) neighbours,
    LATERAL (SELECT edits - swapped::int AS slips) counted
   WHERE length(word) BETWEEN length(wrong) - 2 AND length(wrong) + 2
     AND slips <= CASE WHEN length(wrong) < 8 THEN most ELSE 2 END
     AND (length(wrong) > 5 OR slips <= 1 AND left(word, 1) = left(wrong, 1) AND CASE length(word) - length(wrong)
       WHEN 1 THEN true
       WHEN 0 THEN swapped OR length(wrong) = 5
       ELSE EXISTS (
         SELECT FROM generate_series(2, length(wrong)) AS place
          WHERE substr(wrong, place, 1) = substr(wrong, place - 1, 1) AND overlay(wrong PLACING '' FROM place FOR 1) = word) END)
   ORDER BY slips - 0.12 * ln(documents) - CASE WHEN left(word, 1) = left(wrong, 1) THEN 0.3 ELSE 0 END, word LIMIT 1
$$;
