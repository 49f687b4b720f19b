-- The table had no rows: nothing wrote it.
DROP TABLE "SearchLog";
CREATE TABLE "SearchLog" (
    "hour" TIMESTAMPTZ NOT NULL,
    "query" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "searches" INTEGER NOT NULL,
    "clicks" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "SearchLog_pkey" PRIMARY KEY ("hour","query")
);
