-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "bounced" BOOLEAN NOT NULL DEFAULT false;

-- Those that were tried in vain for days. What was left unsent on purpose was hardly ever tried.
UPDATE "Letter" SET "bounced" = true WHERE "sentAt" IS NULL AND "dueAt" = '9999-12-31T00:00:00Z' AND "attempts" > 0;
