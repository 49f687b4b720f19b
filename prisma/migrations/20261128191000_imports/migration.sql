-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "imported" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "format" TEXT NOT NULL DEFAULT '',
    "encoding" TEXT NOT NULL DEFAULT '',
    "topicId" TEXT,
    "base" TEXT NOT NULL DEFAULT '',
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "stage" TEXT NOT NULL DEFAULT 'waiting',
    "problem" TEXT NOT NULL DEFAULT '',
    "notes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "personId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "finishedAt" TIMESTAMPTZ,
    "heldUntil" TIMESTAMPTZ,
    "heldBy" UUID,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportPart" (
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportPart_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "caseStudyId" UUID,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("importId","number")
);

-- CreateTable
CREATE TABLE "ImportedRow" (
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ImportedRow_pkey" PRIMARY KEY ("source","key")
);

-- CreateIndex
CREATE INDEX "Import_stage_idx" ON "Import"("stage");

-- CreateIndex
CREATE INDEX "Import_personId_idx" ON "Import"("personId");

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt");

-- CreateIndex
CREATE INDEX "ImportRow_importId_outcome_idx" ON "ImportRow"("importId", "outcome");

-- CreateIndex
CREATE INDEX "ImportedRow_caseStudyId_idx" ON "ImportedRow"("caseStudyId");

-- CreateIndex
CREATE INDEX "ImportedRow_versionId_idx" ON "ImportedRow"("versionId");

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPart" ADD CONSTRAINT "ImportPart_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedRow" ADD CONSTRAINT "ImportedRow_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedRow" ADD CONSTRAINT "ImportedRow_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
