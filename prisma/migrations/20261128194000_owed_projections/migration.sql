-- CreateTable
CREATE TABLE "OwedProjection" (
    "caseStudyId" UUID NOT NULL,

    CONSTRAINT "OwedProjection_pkey" PRIMARY KEY ("caseStudyId")
);
