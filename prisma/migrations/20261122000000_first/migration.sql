-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('contributor', 'editor', 'administrator');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('draft', 'unconfirmed', 'submitted', 'held', 'in_review', 'changes_requested', 'accepted', 'scheduled', 'published', 'superseded', 'declined', 'withdrawn', 'unpublished');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL DEFAULT 'contributor',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "emailProvedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contributor" (
    "personId" UUID NOT NULL,
    "councilId" TEXT NOT NULL,
    "confirmedById" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("personId","councilId")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" TIMESTAMPTZ,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Council" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "nation" TEXT NOT NULL,
    "region" TEXT,
    "sizeBand" TEXT,
    "ruralUrban" TEXT,
    "endedOn" DATE,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilSuccession" (
    "predecessorId" TEXT NOT NULL,
    "successorId" TEXT NOT NULL,

    CONSTRAINT "CouncilSuccession_pkey" PRIMARY KEY ("predecessorId","successorId")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "position" INTEGER NOT NULL,
    "oldNumber" INTEGER,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportType" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "oldNumber" INTEGER,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "SupportType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Collection" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionItem" (
    "collectionId" TEXT NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CollectionItem_pkey" PRIMARY KEY ("collectionId","caseStudyId")
);

-- CreateTable
CREATE TABLE "CaseStudy" (
    "id" UUID NOT NULL,
    "slug" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseStudy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Version" (
    "id" UUID NOT NULL,
    "caseStudyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "state" "State" NOT NULL DEFAULT 'draft',
    "latestRevision" INTEGER NOT NULL DEFAULT 0,
    "authorId" UUID,
    "assigneeId" UUID,
    "stateBeforeHold" "State",
    "publishAt" TIMESTAMPTZ,
    "reviewBy" DATE,
    "overdue" BOOLEAN NOT NULL DEFAULT false,
    "secondLook" BOOLEAN NOT NULL DEFAULT false,
    "leadTopicId" TEXT,
    "leadSupportTypeId" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "versionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "writerId" UUID,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("versionId","number")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fromState" "State",
    "toState" "State" NOT NULL,
    "actorId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "eventId" UUID,
    "kind" TEXT NOT NULL,
    "toId" UUID,
    "address" TEXT,
    "queuedAt" TIMESTAMPTZ NOT NULL,
    "sentAt" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "toCouncil" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "writerId" UUID,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactCheck" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "contactId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "answeredAt" TIMESTAMPTZ,
    "answer" JSONB,

    CONSTRAINT "FactCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "errors" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "path" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "Synonym" (
    "id" SERIAL NOT NULL,
    "word" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,

    CONSTRAINT "Synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchLog" (
    "id" BIGSERIAL NOT NULL,
    "words" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "SearchLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "confirmedAt" TIMESTAMPTZ,
    "sentAt" TIMESTAMPTZ,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "number" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Listing" (
    "caseStudyId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleSort" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "councilId" TEXT,
    "councilSlug" TEXT,
    "councilName" TEXT NOT NULL,
    "councilType" TEXT,
    "region" TEXT,
    "topics" TEXT[],
    "support" TEXT[],
    "collections" TEXT[],
    "outcome" TEXT,
    "cost" TEXT,
    "evidence" TEXT,
    "month" CHAR(7) NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "leadKey" TEXT,
    "leadSlug" TEXT,
    "leadName" TEXT,
    "words" tsvector,

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("caseStudyId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Contributor_councilId_idx" ON "Contributor"("councilId");

-- CreateIndex
CREATE INDEX "Contributor_confirmedById_idx" ON "Contributor"("confirmedById");

-- CreateIndex
CREATE UNIQUE INDEX "Council_slug_key" ON "Council"("slug");

-- CreateIndex
CREATE INDEX "CouncilSuccession_successorId_idx" ON "CouncilSuccession"("successorId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_oldNumber_key" ON "Topic"("oldNumber");

-- CreateIndex
CREATE INDEX "Topic_parentId_idx" ON "Topic"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "SupportType_slug_key" ON "SupportType"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "SupportType_oldNumber_key" ON "SupportType"("oldNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Collection_slug_key" ON "Collection"("slug");

-- CreateIndex
CREATE INDEX "CollectionItem_caseStudyId_idx" ON "CollectionItem"("caseStudyId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseStudy_slug_key" ON "CaseStudy"("slug");

-- CreateIndex
CREATE INDEX "Version_state_publishAt_idx" ON "Version"("state", "publishAt");

-- CreateIndex
CREATE INDEX "Version_authorId_idx" ON "Version"("authorId");

-- CreateIndex
CREATE INDEX "Version_assigneeId_idx" ON "Version"("assigneeId");

-- CreateIndex
CREATE INDEX "Version_leadTopicId_idx" ON "Version"("leadTopicId");

-- CreateIndex
CREATE INDEX "Version_leadSupportTypeId_idx" ON "Version"("leadSupportTypeId");

-- CreateIndex
CREATE UNIQUE INDEX "Version_caseStudyId_number_key" ON "Version"("caseStudyId", "number");

-- CreateIndex
CREATE INDEX "Revision_writerId_idx" ON "Revision"("writerId");

-- CreateIndex
CREATE INDEX "Event_versionId_at_idx" ON "Event"("versionId", "at");

-- CreateIndex
CREATE INDEX "Event_actorId_idx" ON "Event"("actorId");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE INDEX "Letter_sentAt_queuedAt_idx" ON "Letter"("sentAt", "queuedAt");

-- CreateIndex
CREATE INDEX "Letter_toId_idx" ON "Letter"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_eventId_kind_toId_key" ON "Letter"("eventId", "kind", "toId");

-- CreateIndex
CREATE INDEX "Comment_versionId_idx" ON "Comment"("versionId");

-- CreateIndex
CREATE INDEX "Comment_writerId_idx" ON "Comment"("writerId");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheck_tokenHash_key" ON "FactCheck"("tokenHash");

-- CreateIndex
CREATE INDEX "FactCheck_versionId_idx" ON "FactCheck"("versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_key_key" ON "Attachment"("key");

-- CreateIndex
CREATE INDEX "Attachment_versionId_idx" ON "Attachment"("versionId");

-- CreateIndex
CREATE INDEX "Attempt_expiresAt_idx" ON "Attempt"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Synonym_word_means_key" ON "Synonym"("word", "means");

-- CreateIndex
CREATE INDEX "SearchLog_at_idx" ON "SearchLog"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_tokenHash_key" ON "Alert"("tokenHash");

-- CreateIndex
CREATE INDEX "Alert_personId_idx" ON "Alert"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Listing_slug_key" ON "Listing"("slug");

-- CreateIndex
CREATE INDEX "Listing_publishedAt_caseStudyId_idx" ON "Listing"("publishedAt" DESC, "caseStudyId");

-- CreateIndex
CREATE INDEX "Listing_titleSort_caseStudyId_idx" ON "Listing"("titleSort", "caseStudyId");

-- CreateIndex
CREATE INDEX "Listing_councilId_idx" ON "Listing"("councilId");

-- CreateIndex
CREATE INDEX "Listing_topics_idx" ON "Listing" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "Listing_support_idx" ON "Listing" USING GIN ("support");

-- CreateIndex
CREATE INDEX "Listing_words_idx" ON "Listing" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilSuccession" ADD CONSTRAINT "CouncilSuccession_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilSuccession" ADD CONSTRAINT "CouncilSuccession_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_leadTopicId_fkey" FOREIGN KEY ("leadTopicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_leadSupportTypeId_fkey" FOREIGN KEY ("leadSupportTypeId") REFERENCES "SupportType"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCheck" ADD CONSTRAINT "FactCheck_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_caseStudyId_fkey" FOREIGN KEY ("caseStudyId") REFERENCES "CaseStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules the schema language cannot say ---------------------------------------------------------------------------

-- A case study has at most one published and at most one open version, whatever the code believes.
CREATE UNIQUE INDEX "Version_one_published" ON "Version" ("caseStudyId") WHERE "state" IN ('published', 'withdrawn');
CREATE UNIQUE INDEX "Version_one_open" ON "Version" ("caseStudyId")
  WHERE "state" IN ('unconfirmed', 'submitted', 'held', 'in_review', 'changes_requested', 'accepted', 'scheduled');

ALTER TABLE "Version" ADD CONSTRAINT "Version_one_lead_term" CHECK ("leadTopicId" IS NULL OR "leadSupportTypeId" IS NULL);
ALTER TABLE "Version" ADD CONSTRAINT "Version_scheduled_has_time" CHECK ("state" <> 'scheduled' OR "publishAt" IS NOT NULL);
ALTER TABLE "Version" ADD CONSTRAINT "Version_held_remembers" CHECK ("state" <> 'held' OR "stateBeforeHold" IS NOT NULL);
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_one_row" CHECK ("id" = 1);
INSERT INTO "Generation" ("id", "number") VALUES (1, 1);

-- Words and history are append-only. Redaction and erasure, which the law can demand, announce themselves
-- by setting casebook.redacting for their own transaction.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('casebook.redacting', true) = 'on' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Revision_not_emptied" BEFORE TRUNCATE ON "Revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_not_emptied" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
