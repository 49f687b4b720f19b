-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "suggestionId" UUID;

-- CreateIndex
CREATE INDEX "Letter_suggestionId_idx" ON "Letter"("suggestionId");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
