import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { GET } from "#app/(contributor)/submit/[draft]/case-study.docx/route.ts";
import { attachReady } from "#lib/commands/files/attach-ready.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { openStore } from "#lib/data/files/storage.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aJpeg } from "#tests/support/files/pictures.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-document-"));
vi.stubEnv("DATA_DIR", data);
vi.stubEnv("FILES_DIR", join(data, "files"));
afterAll(() => rm(data, { recursive: true, force: true }));

/** A draft to which five pictures were added, of which three are left. */
async function aDraftWithPictures() {
  const started = await startDraft({ answers: { title: "Night buses" }, key: crypto.randomUUID() });
  if (!started.ok) throw new Error("The draft was not started");
  const { token, versionId } = started.value;
  const content = new Uint8Array(await aJpeg(40, 20));
  const picture = { width: 40, height: 20, widths: [] };
  const file = { name: "bus.jpg", extension: "jpg", type: "image/jpeg", content, picture };
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) {
    const attached = await attachReady({ versionId, file, actor: { kind: "holder", versionId } });
    if (!attached.ok) throw new Error(attached.reason);
    ids.push(attached.value.id);
  }
  const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "images")!;
  const left = ids.slice(2);
  const images = left.map((attachment) => ({ attachment, title: "", alt: "A bus", credit: "" }));
  const contact = { email: "", name: "", phone: "" };
  await saveSection({ versionId, basedOn: 1, section, typed: { images }, contact });
  const rows = await db.attachment.findMany({ where: { id: { in: left } } });
  return { keys: rows.map(({ key }) => key), get: () => get(token) };
}
const get = (draft: string) => GET(new Request("http://localhost/"), { params: Promise.resolve({ draft }) });

test("a draft as a Word file brings the pictures its words name, one after another", async () => {
  const { keys, get } = await aDraftWithPictures();
  const store = await openStore();
  const getStream = store.getStream.bind(store);
  const asked: string[] = [];
  const open = { now: 0, most: 0 };
  const spy = vi.spyOn(store, "getStream").mockImplementation(async (key) => {
    asked.push(key);
    open.most = Math.max(open.most, ++open.now);
    await sleep(20);
    open.now -= 1;
    return getStream(key);
  });
  expect((await get()).status).toBe(200);
  spy.mockRestore();
  expect([asked.toSorted(), open.most]).toEqual([keys.toSorted(), 1]);
});

test("while its pictures cannot be had there is no draft without them", async () => {
  const { keys, get } = await aDraftWithPictures();
  const folder = join(data, "files");
  await rename(folder, `${folder}-away`);
  await writeFile(folder, "");
  vi.stubEnv("LOG_LEVEL", "silent");
  expect((await get()).status).toBe(503);
  await rm(folder);
  await rename(`${folder}-away`, folder);
  await rm(join(folder, keys[0]!));
  // One that is really gone leaves its words.
  expect((await get()).status).toBe(200);
});
