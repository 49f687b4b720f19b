-- CreateTable
CREATE TABLE "WordReading" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "reading" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "WordReading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WordPicture" (
    "readingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "WordPicture_pkey" PRIMARY KEY ("readingId","position")
);

-- CreateIndex
CREATE INDEX "WordReading_versionId_idx" ON "WordReading"("versionId");

-- CreateIndex
CREATE INDEX "WordReading_expiresAt_idx" ON "WordReading"("expiresAt");

-- AddForeignKey
ALTER TABLE "WordReading" ADD CONSTRAINT "WordReading_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordPicture" ADD CONSTRAINT "WordPicture_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "WordReading"("id") ON DELETE CASCADE ON UPDATE CASCADE;
