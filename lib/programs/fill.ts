import { db } from "#lib/data/db.ts";
import { markEveryLetterSent } from "#lib/data/letters/letters.ts";
import { readEnv } from "#lib/ops/env.ts";
import { migrate } from "#prisma/migrate.ts";
import { fillDemonstration } from "#prisma/seed/demonstration/fill.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";
import { progressBar } from "./launch/progress.ts";

/*
 * Fills the new database that DATABASE_URL names with the demonstration. Goes when the program that began it goes.
 */
process.on("disconnect", () => process.exit(1));
process.on("SIGINT", () => undefined);

await migrate(readEnv().DATABASE_URL ?? "");
await loadReferenceLists();
await fillDemonstration(progressBar("Writing the demonstration case studies"));
// They were owed in the past. A mail server named later must not send them.
await markEveryLetterSent();
await db.$disconnect();
process.exit(0);
