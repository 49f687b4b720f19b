-- What leaves the listing without a command changes what is public all the same, so that nothing made before is shown again.
CREATE OR REPLACE FUNCTION search.hide_unpublished() RETURNS trigger LANGUAGE plpgsql SET search_path = search, public, pg_catalog AS $$
BEGIN
  DELETE FROM "Listing" l WHERE l."caseStudyId" = OLD."caseStudyId"
    AND NOT EXISTS (SELECT 1 FROM "Version" v WHERE v."caseStudyId" = l."caseStudyId" AND v."state" = 'published');
  IF FOUND THEN
    UPDATE "Generation" SET "number" = "number" + 1;
  END IF;
  RETURN NULL;
END $$;
