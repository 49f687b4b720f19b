-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "factCheckId" UUID;

-- Nobody has been asked before this, so there is no row to fill.
-- AlterTable
ALTER TABLE "FactCheck" DROP COLUMN "revision",
ADD COLUMN     "askedId" UUID NOT NULL,
ADD COLUMN     "revokedAt" TIMESTAMPTZ;

-- CreateIndex
CREATE INDEX "Letter_factCheckId_idx" ON "Letter"("factCheckId");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheck_askedId_key" ON "FactCheck"("askedId");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheck_contactId_key" ON "FactCheck"("contactId");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_factCheckId_fkey" FOREIGN KEY ("factCheckId") REFERENCES "FactCheck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCheck" ADD CONSTRAINT "FactCheck_askedId_fkey" FOREIGN KEY ("askedId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCheck" ADD CONSTRAINT "FactCheck_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
