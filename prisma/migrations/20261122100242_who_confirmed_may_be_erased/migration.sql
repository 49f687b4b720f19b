-- DropForeignKey
ALTER TABLE "Contributor" DROP CONSTRAINT "Contributor_confirmedById_fkey";

-- AlterTable
ALTER TABLE "Contributor" ALTER COLUMN "confirmedById" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
