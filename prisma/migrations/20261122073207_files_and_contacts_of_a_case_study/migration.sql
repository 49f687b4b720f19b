-- DropForeignKey
ALTER TABLE "Attachment" DROP CONSTRAINT "Attachment_versionId_fkey";

-- DropIndex
DROP INDEX "Attachment_versionId_idx";

-- Whose a contact is was known by the words that name it alone; one that no words name is nobody's.
ALTER TABLE "Contact" DROP COLUMN "publish",
ADD COLUMN     "caseStudyId" UUID;
UPDATE "Contact" c SET "caseStudyId" = v."caseStudyId"
  FROM "Revision" r JOIN "Version" v ON v."id" = r."versionId" WHERE r."answers"->>'contact' = c."id"::text;
DELETE FROM "Contact" WHERE "caseStudyId" IS NULL;
ALTER TABLE "Contact" ALTER COLUMN "caseStudyId" SET NOT NULL;

-- A file goes from the version it was added to, to that version's case study.
ALTER TABLE "Attachment" ADD COLUMN     "caseStudyId" UUID;
UPDATE "Attachment" a SET "caseStudyId" = v."caseStudyId" FROM "Version" v WHERE v."id" = a."versionId";
ALTER TABLE "Attachment" ALTER COLUMN "caseStudyId" SET NOT NULL,
DROP COLUMN "versionId";

-- CreateIndex
CREATE INDEX "Contact_caseStudyId_idx" ON "Contact"("caseStudyId");

-- CreateIndex
CREATE INDEX "Attachment_caseStudyId_idx" ON "Attachment"("caseStudyId");

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
