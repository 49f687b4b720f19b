import { db } from "#lib/data/db.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

await loadReferenceLists();
await db.$disconnect();
