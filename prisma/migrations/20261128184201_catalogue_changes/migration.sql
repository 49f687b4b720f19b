-- AlterTable
ALTER TABLE "Council" ADD COLUMN     "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "SupportType" ADD COLUMN     "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "Collection" ADD COLUMN     "retiredAt" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "CatalogueChange" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "undoneAt" TIMESTAMPTZ,
    "undoneById" UUID,

    CONSTRAINT "CatalogueChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormerSlug" (
    "subject" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("subject","slug")
);

-- CreateIndex
CREATE INDEX "CatalogueChange_at_idx" ON "CatalogueChange"("at");

-- CreateIndex
CREATE INDEX "CatalogueChange_subject_subjectId_idx" ON "CatalogueChange"("subject", "subjectId");

-- CreateIndex
CREATE INDEX "CatalogueChange_actorId_idx" ON "CatalogueChange"("actorId");

-- CreateIndex
CREATE INDEX "CatalogueChange_undoneById_idx" ON "CatalogueChange"("undoneById");

-- CreateIndex
CREATE INDEX "FormerSlug_subject_subjectId_idx" ON "FormerSlug"("subject", "subjectId");

-- CreateIndex
CREATE INDEX "Council_mergedIntoId_idx" ON "Council"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Topic_mergedIntoId_idx" ON "Topic"("mergedIntoId");

-- CreateIndex
CREATE INDEX "SupportType_mergedIntoId_idx" ON "SupportType"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Council" ADD CONSTRAINT "Council_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Council"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportType" ADD CONSTRAINT "SupportType_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "SupportType"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
