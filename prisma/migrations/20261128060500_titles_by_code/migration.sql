-- Titles are sorted, and found by their beginning, by code point, so that one index serves both.
ALTER TABLE "Listing" ALTER COLUMN "titleSort" TYPE TEXT COLLATE "C";
