import { join } from "node:path";
import { startEmbedded } from "#prisma/embedded.ts";

/** People who edit, each with a session in which they have shown a second factor, on a site that runs. */
export async function openEditors(folder: string, count: number): Promise<{ id: string; cookie: string }[]> {
  const embedded = await startEmbedded(join(folder, "postgres"));
  process.env["DATABASE_URL"] = embedded.urlOf("casebook");
  process.env["DATA_DIR"] = folder;
  const { db } = await import("#lib/data/db.ts");
  const { aPerson } = await import("#tests/support/people.ts");
  const { cookieOf } = await import("#tests/support/sessions.ts");
  const people = [];
  for (let number = 0; number < count; number++) {
    const { id } = await aPerson("editor");
    people.push({ id, cookie: await cookieOf(id) });
  }
  await db.$disconnect();
  return people;
}
