-- DropIndex
DROP INDEX "Alert_personId_idx";

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "alertId" UUID,
ADD COLUMN     "since" TIMESTAMPTZ,
ADD COLUMN     "until" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Alert" DROP COLUMN "sentAt",
ADD COLUMN     "askedAt" TIMESTAMPTZ NOT NULL,
ADD COLUMN     "lookedAt" TIMESTAMPTZ NOT NULL,
ADD COLUMN     "lostAt" TIMESTAMPTZ,
ADD COLUMN     "refusals" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Letter_alertId_idx" ON "Letter"("alertId");

-- CreateIndex
CREATE INDEX "Alert_lookedAt_idx" ON "Alert"("lookedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_personId_query_key" ON "Alert"("personId", "query");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
