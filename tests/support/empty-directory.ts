import { db } from "#lib/data/db.ts";
import { allowRedaction } from "#lib/data/redacting.ts";

/** Removes every case study, with all that hangs on it. */
export const emptyDirectory = () =>
  db.$transaction(async (tx) => {
    await allowRedaction(tx);
    await tx.caseStudy.deleteMany();
  });
