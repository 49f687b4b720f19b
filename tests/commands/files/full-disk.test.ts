import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { addFiles } from "#lib/commands/files/add-files.ts";
import { db } from "#lib/data/db.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { readUpload } from "#lib/http/forms/upload.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const data = mkdtempSync(join(tmpdir(), "casebook-full-"));
const disk = join(data, "disk");
mkdirSync(disk);
const mount = (options: string) => spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]).status === 0;
const mounted = mount("size=128k");
vi.stubEnv("DATA_DIR", data);
vi.stubEnv("FILES_DIR", join(disk, "files"));
vi.stubEnv("LOG_LEVEL", "silent");
afterAll(() => {
  spawnSync("umount", [disk]);
  rmSync(data, { recursive: true, force: true });
});

const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "links")!;

async function send(folder: string) {
  const version = await aVersion("draft");
  const form = new FormData();
  form.append("documents.add", new File([new Uint8Array(aPdf("", "% \n".repeat(200_000)))], "a.pdf"));
  const upload = await readUpload(new Request("http://localhost/", { method: "POST", body: form }), folder);
  const files = (upload?.files ?? []).map(({ name, path }) => ({
    ...{ question: "documents", name, path, said: { title: "", alt: "", credit: "" } },
  }));
  const typed = { links: [{ title: "Typed beside it", url: "https://a.example/" }], documents: [] };
  const contact = { email: "", name: "", phone: "" };
  const { refused } = await addFiles({ versionId: version.id, basedOn: 1, section, typed, contact, files });
  expect(refused.map(({ message }) => message)).toEqual([
    expect.stringContaining("There is no room to keep this file"),
  ]);
  expect(await answersOf(version.id)).toMatchObject({ links: typed.links });
  expect(await db.attachment.count({ where: { caseStudyId: version.caseStudyId } })).toBe(0);
}

// Only who may mount a disk can fill one.
describe.skipIf(!mounted)("what is typed beside a file is saved, and nothing of the file stays", () => {
  test("while the disk for files is full", async () => {
    await send(data);
    expect(readdirSync(join(disk, "files"))).toEqual([]);
  });

  test("while the disk for what is on its way is full", async () => {
    await send(disk);
    expect(readdirSync(disk)).toEqual(["files"]);
  });

  test("while the disk for files may only be read", async () => {
    expect(mount("remount,ro")).toBe(true);
    await send(data);
  });
});
