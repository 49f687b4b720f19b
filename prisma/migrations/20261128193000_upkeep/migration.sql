-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "doubt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "doubtedAt" TIMESTAMPTZ,
ADD COLUMN     "hiddenAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "enquiryId" UUID;

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "contactId" UUID,
    "tokenHash" BYTEA NOT NULL,
    "askedAt" TIMESTAMPTZ NOT NULL,
    "remindedAt" TIMESTAMPTZ,
    "refusedAt" TIMESTAMPTZ,
    "answeredAt" TIMESTAMPTZ,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "enquiryId" UUID NOT NULL,
    "told" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "settledAt" TIMESTAMPTZ,
    "settledById" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "caseStudyId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "status" INTEGER,
    "target" TEXT NOT NULL DEFAULT '',
    "checkedAt" TIMESTAMPTZ NOT NULL,
    "failingSince" TIMESTAMPTZ,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LinkCheck_pkey" PRIMARY KEY ("caseStudyId","url")
);

-- CreateIndex
CREATE UNIQUE INDEX "Enquiry_tokenHash_key" ON "Enquiry"("tokenHash");

-- CreateIndex
CREATE INDEX "Enquiry_versionId_idx" ON "Enquiry"("versionId");

-- CreateIndex
CREATE INDEX "Enquiry_contactId_idx" ON "Enquiry"("contactId");

-- CreateIndex
CREATE INDEX "Enquiry_answeredAt_askedAt_idx" ON "Enquiry"("answeredAt", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Enquiry_caseStudyId_kind_dueOn_key" ON "Enquiry"("caseStudyId", "kind", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_enquiryId_key" ON "FollowUp"("enquiryId");

-- CreateIndex
CREATE INDEX "FollowUp_caseStudyId_state_idx" ON "FollowUp"("caseStudyId", "state");

-- CreateIndex
CREATE INDEX "FollowUp_state_toldAt_idx" ON "FollowUp"("state", "toldAt");

-- CreateIndex
CREATE INDEX "FollowUp_settledById_idx" ON "FollowUp"("settledById");

-- CreateIndex
CREATE INDEX "LinkCheck_failures_idx" ON "LinkCheck"("failures");

-- CreateIndex
CREATE INDEX "LinkCheck_checkedAt_idx" ON "LinkCheck"("checkedAt");

-- CreateIndex
CREATE INDEX "Letter_enquiryId_idx" ON "Letter"("enquiryId");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
