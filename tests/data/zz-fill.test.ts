import { expect, test, vi } from "vitest";
vi.stubEnv("FILES_DIR", "/tmp/zz-fill-files");
test("fill", async () => {
  const { fillDemonstration } = await import("#prisma/seed/demonstration/fill.ts");
  await fillDemonstration(() => {});
  const { db } = await import("#lib/data/db.ts");
  console.log(
    await db.version.groupBy({ by: ["state"], _count: true }),
    await db.contact.count(),
    await db.attachment.count(),
  );
  const { findPublicFile } = await import("#lib/data/files.ts");
  const one = await db.attachment.findFirstOrThrow();
  const file = await findPublicFile(one.id);
  expect(file).not.toBeNull();
  await file?.content.cancel();
}, 280_000);
