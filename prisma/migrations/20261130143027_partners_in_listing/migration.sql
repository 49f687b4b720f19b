-- AlterTable
ALTER TABLE "Listing" ADD COLUMN     "partnerIds" TEXT[];

-- CreateIndex
CREATE INDEX "Listing_partnerIds_idx" ON "Listing" USING GIN ("partnerIds");

-- Their rows are written anew, with their partners' names among the words they are found by, when the site starts or within minutes.
INSERT INTO "OwedProjection" ("caseStudyId")
SELECT v."caseStudyId" FROM "Version" v
  JOIN "Revision" r ON r."versionId" = v."id" AND r."number" = v."latestRevision"
 WHERE v."state" = 'published' AND jsonb_typeof(r."answers" -> 'partners') = 'array' AND r."answers" -> 'partners' <> '[]'::jsonb
ON CONFLICT DO NOTHING;
