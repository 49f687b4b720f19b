-- CreateTable
CREATE TABLE "PeopleEvent" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" UUID,
    "actorId" UUID,
    "detail" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "PeopleEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PeopleEvent_at_idx" ON "PeopleEvent"("at");

-- CreateIndex
CREATE INDEX "PeopleEvent_personId_idx" ON "PeopleEvent"("personId");

-- CreateIndex
CREATE INDEX "PeopleEvent_actorId_idx" ON "PeopleEvent"("actorId");

-- AddForeignKey
ALTER TABLE "PeopleEvent" ADD CONSTRAINT "PeopleEvent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeopleEvent" ADD CONSTRAINT "PeopleEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules the schema language cannot say ---------------------------------------------------------------------------

CREATE TRIGGER "PeopleEvent_append_only" BEFORE UPDATE OR DELETE ON "PeopleEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PeopleEvent_not_emptied" BEFORE TRUNCATE ON "PeopleEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
