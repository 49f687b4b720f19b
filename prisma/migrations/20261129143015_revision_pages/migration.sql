-- By these a page that saves again before it has heard of the save before is told from somebody else.
ALTER TABLE "Revision" ADD COLUMN "page" TEXT, ADD COLUMN "turn" INTEGER;
