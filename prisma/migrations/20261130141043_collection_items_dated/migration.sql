-- AlterTable
ALTER TABLE "CollectionItem" ADD COLUMN     "addedAt" TIMESTAMPTZ;
