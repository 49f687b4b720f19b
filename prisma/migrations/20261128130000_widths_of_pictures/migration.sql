-- The widths a picture is kept in besides its own; none for what was attached before.
ALTER TABLE "Attachment" ADD COLUMN "widths" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
