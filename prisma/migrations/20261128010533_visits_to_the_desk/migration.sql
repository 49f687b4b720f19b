-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "newAddress" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "DeskVisit" (
    "versionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "before" INTEGER,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "DeskVisit_pkey" PRIMARY KEY ("versionId","personId")
);

-- CreateIndex
CREATE INDEX "DeskVisit_personId_idx" ON "DeskVisit"("personId");

-- AddForeignKey
ALTER TABLE "DeskVisit" ADD CONSTRAINT "DeskVisit_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskVisit" ADD CONSTRAINT "DeskVisit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
