-- CreateTable
CREATE TABLE "Download" (
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "records" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Download_pkey" PRIMARY KEY ("name")
);
