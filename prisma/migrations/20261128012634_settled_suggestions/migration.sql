-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "answer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "settledById" UUID;

-- CreateIndex
CREATE INDEX "Suggestion_settledById_idx" ON "Suggestion"("settledById");

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
