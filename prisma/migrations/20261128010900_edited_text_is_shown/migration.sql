-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "answerBy" TIMESTAMPTZ;
