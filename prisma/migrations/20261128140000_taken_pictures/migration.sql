-- AlterTable
ALTER TABLE "WordPicture" ADD COLUMN     "attachmentId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "WordPicture_attachmentId_key" ON "WordPicture"("attachmentId");

-- AddForeignKey
ALTER TABLE "WordPicture" ADD CONSTRAINT "WordPicture_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
