-- Whether a PDF is tagged for those who have it read aloud; null where nobody could tell, and for all else.
ALTER TABLE "Attachment" ADD COLUMN "tagged" BOOLEAN;
