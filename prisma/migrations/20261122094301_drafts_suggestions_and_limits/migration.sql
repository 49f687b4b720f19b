-- AlterTable
ALTER TABLE "CaseStudy" ADD COLUMN     "startKey" UUID;

-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "showEdits" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suspicion" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "declared" JSONB;

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "versionId" UUID;

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "fromId" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "handledAt" TIMESTAMPTZ,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Figure" (
    "name" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "LimitUse" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "LimitUse_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_key_key" ON "Suggestion"("key");

-- CreateIndex
CREATE INDEX "Suggestion_caseStudyId_idx" ON "Suggestion"("caseStudyId");

-- CreateIndex
CREATE INDEX "Suggestion_fromId_idx" ON "Suggestion"("fromId");

-- CreateIndex
CREATE INDEX "Suggestion_handledAt_at_idx" ON "Suggestion"("handledAt", "at");

-- CreateIndex
CREATE INDEX "LimitUse_expire_idx" ON "LimitUse"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "CaseStudy_startKey_key" ON "CaseStudy"("startKey");

-- CreateIndex
CREATE INDEX "Letter_versionId_idx" ON "Letter"("versionId");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
