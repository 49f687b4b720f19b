-- Written in the order of their index, millions of postings take minutes; in any other, hours.
CREATE OR REPLACE FUNCTION search.rebuild() RETURNS void LANGUAGE plpgsql
  SET search_path = search, public, pg_catalog SET work_mem = '64MB' SET jit = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  TRUNCATE search.document, search.posting, search.word;
  INSERT INTO search.document SELECT number, words, forms,
    (SELECT least(30000, coalesce(sum(frequency), 0)) FROM search.frequencies(words)) FROM search.source;
  INSERT INTO search.posting SELECT f.lexeme, d.number, f.frequency, d.length FROM search.document d, search.frequencies(d.words) f
    ORDER BY f.lexeme COLLATE "C", d.number;
  INSERT INTO search.word SELECT form, (ts_lexize('english_stem', form))[1], count(*) FROM search.document, unnest(forms) form
    GROUP BY form ORDER BY form COLLATE "C";
  UPDATE search.total SET (documents, length) = (SELECT count(*), coalesce(sum(d.length), 0) FROM search.document d);
END $$;
