import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { GET as getFile } from "#app/(public)/files/[id]/[name]/route.ts";
import { GET as getWidth } from "#app/(public)/files/[id]/width/[width]/route.ts";
import { GET as getOwn } from "#app/(contributor)/submit/[draft]/files/[id]/[width]/route.ts";
import { POST } from "#app/(contributor)/submit/[draft]/[section]/attach/route.ts";
import { attachFile } from "#lib/commands/files/attach-file.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { removeOrphanedFiles } from "#lib/data/files/orphaned-files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { spend } from "#lib/data/limits.ts";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-served-"));
vi.stubEnv("DATA_DIR", data);
vi.stubEnv("FILES_DIR", join(data, "files"));
afterAll(() => rm(data, { recursive: true, force: true }));

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  new Request("http://localhost/", { method, headers });
const file = (id: string, request = ask()) => getFile(request, { params: Promise.resolve({ id, name: "x" }) });
const width = (id: string, wide: string) => getWidth(ask(), { params: Promise.resolve({ id, width: wide }) });

async function aPublishedPair() {
  const { id, author, editor } = await aVersion("draft");
  const about = { versionId: id, actor: author } as const;
  const photo = await attachFile({ ...about, name: "Büro “1”.jpg", accept: "images", content: await aPhoto(700, 400) });
  const pdf = await attachFile({ ...about, name: "report.pdf", accept: "documents", content: aPdf() });
  if (!photo.ok || !pdf.ok) throw new Error("they were not attached");
  const of = (attachment: string) => [{ attachment, title: "", alt: "A bus", credit: "" }];
  const answers = await answersOf(id, { images: of(photo.value.id), documents: of(pdf.value.id) });
  await saveRevision({ id, basedOn: 1, answers, actor: author });
  for (const [move, actor] of [
    ["submit", author],
    ["take", editor],
    ["accept", editor],
    ["publish", editor],
  ] as const)
    await moveVersion({ id, basedOn: 2, move, actor });
  return { photo: photo.value.id, pdf: pdf.value.id };
}

test("what is public is served as what it was found to be, never to run, and may be kept (V3.2.1, V5.3.1, V5.4.1, V5.4.2)", async () => {
  const { photo, pdf } = await aPublishedPair();
  const [picture, document] = [await file(photo), await file(pdf)];
  for (const { headers } of [picture, document]) {
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(headers.get("cache-control")).toBe("public, max-age=86400");
  }
  expect(picture.headers.get("content-type")).toBe("image/jpeg");
  expect(picture.headers.get("content-disposition")).toBe(
    `inline; filename="Bu_ro _1_.jpg"; filename*=UTF-8''B%C3%BCro%20%E2%80%9C1%E2%80%9D.jpg`,
  );
  expect(document.headers.get("content-disposition")).toMatch(/^attachment; filename="report\.pdf"/);
  expect(Buffer.from(await document.arrayBuffer()).equals(aPdf())).toBe(true);
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect([bytes.length, bytes.toString("latin1").includes("SECRET")]).toEqual([
    Number(picture.headers.get("content-length")),
    false,
  ]);

  const small = await width(photo, "320");
  expect([small.status, small.headers.get("content-type")]).toEqual([200, "image/webp"]);
  const statuses = ["1280", "0", "321", "x", "320.5"].map(async (wide) => (await width(photo, wide)).status);
  expect(await Promise.all(statuses)).toEqual([404, 404, 404, 404, 404]);
  expect([(await width(pdf, "320")).status, (await file(randomUUID())).status, (await file("x")).status]).toEqual([
    ...[404, 404, 404],
  ]);

  const tag = picture.headers.get("etag") ?? "";
  expect((await file(photo, ask({ "if-none-match": `"other", ${tag}` }))).status).toBe(304);
  const head = await file(photo, ask({}, "HEAD"));
  expect([head.headers.get("content-length"), (await head.arrayBuffer()).byteLength]).toEqual([`${bytes.length}`, 0]);
});

test("while the store of files does not answer, nothing of it is said to be gone", async () => {
  const { photo, pdf } = await aPublishedPair();
  const folder = join(data, "files");
  await rename(folder, `${folder}-away`);
  // A file where the folder should be is neither there nor missing.
  await writeFile(folder, "");
  vi.stubEnv("LOG_LEVEL", "silent");
  const answers = [await file(pdf), await width(photo, "320")];
  expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
    [503, "30"],
    [503, "30"],
  ]);
  await expect(removeOrphanedFiles(new Date())).rejects.toThrow();
  await rm(folder);
  expect((await file(pdf)).status).toBe(404);
  expect(await removeOrphanedFiles(new Date())).toBe(0);
  await rename(`${folder}-away`, folder);
  expect((await file(pdf)).status).toBe(200);
});

describe("a form that brings files to a draft", () => {
  async function aStartedDraft() {
    const started = await startDraft({ answers: { title: "Night buses" }, key: randomUUID() });
    if (!started.ok) throw new Error("The draft was not started");
    return started.value;
  }

  async function attach(token: string, changes: Record<string, string | File>, from: string = randomUUID()) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ basedOn: "1", "documents.listed": "yes", do: "add", ...changes }))
      form.append(name, value);
    const headers = { [gateHeaders.clientAddress]: from };
    const request = new Request("http://localhost/attach", { method: "POST", body: form, headers });
    const answer = await POST(request, { params: Promise.resolve({ draft: token, section: "links" }) });
    const place = answer.headers.get("location") ?? "";
    const attempt = /attempt=([\w-]+)/.exec(place)?.[1] ?? "";
    const remembers = answer.headers.get("set-cookie")?.includes(`draft=${token};`) ?? false;
    return { status: answer.status, remembers, place, attempt: await findAttempt(attempt, place.split("?")[0] ?? "") };
  }
  const pdf = () => new File([new Uint8Array(aPdf())], "a.pdf");

  test("adds them, and shows them to nobody but who has its link (V8.2.2)", async () => {
    const { token, versionId } = await aStartedDraft();
    const { status, place } = await attach(token, { "documents.add": pdf(), "documents.new.title": "The report" });
    expect([status, place]).toEqual([303, `/submit/${token}/links#main`]);
    const { documents } = (await answersOf(versionId)) as { documents: { attachment: string; title: string }[] };
    expect(documents).toEqual([expect.objectContaining({ title: "The report" })]);

    const id = documents[0]?.attachment ?? "";
    const own = (draft: string) => getOwn(ask(), { params: Promise.resolve({ draft, id, width: "0" }) });
    expect([(await own(token)).headers.get("cache-control"), (await own(token)).status]).toEqual([
      "private, no-store",
      200,
    ]);
    expect([(await own((await aStartedDraft()).token)).status, (await file(id)).status]).toEqual([404, 404]);
  });

  test("keeps what was typed when a file is refused, a limit is reached, or the draft is gone", async () => {
    const { token, versionId } = await aStartedDraft();
    const typed = {
      "links.0.title": "Timetable",
      "links.0.url": "https://a.example/",
      "documents.new.title": "Report",
    };
    const html = new File(["<html><script>alert(1)</script>"], "a.pdf");
    const refused = await attach(token, { ...typed, "documents.add": html });
    expect(refused.attempt?.errors["files.documents"]).toMatch(/^a\.pdf: This is a program, a web page/);
    expect(refused.remembers).toBe(true);
    expect(refused.attempt?.typed).toEqual({ newFiles: { documents: { title: "Report", alt: "", credit: "" } } });
    expect(await answersOf(versionId)).toMatchObject({ links: [{ title: "Timetable" }] });

    const busy = randomUUID();
    await spend("save", { address: busy }, 300_000);
    const limited = await attach(token, { ...typed, "documents.add": pdf() }, busy);
    expect(limited.attempt?.errors["files.documents"]).toMatch(/^No more than 300 MB can be saved in a day/);
    expect(limited.attempt?.typed).toMatchObject({ links: [{ title: "Timetable" }] });

    const gone = await attach("x".repeat(43), { ...typed, "documents.add": pdf() });
    expect(gone.attempt).toMatchObject({ typed: { "links.0.title": "Timetable" }, errors: { saved: "gone" } });
    expect(await db.attachment.count({ where: { caseStudy: { versions: { some: { id: versionId } } } } })).toBe(0);
    expect(await readdir(join(data, "uploads"))).toEqual([]);
  });

  test("asks for the file where none was chosen, and keeps what was said of it", async () => {
    const { token, versionId } = await aStartedDraft();
    const typed = { "links.0.title": "Timetable", "links.0.url": "https://a.example/" };
    const { attempt } = await attach(token, { ...typed, "documents.new.title": "Report" });
    expect(attempt?.errors).toEqual({ "files.documents": "Choose the file to add." });
    expect(attempt?.typed).toEqual({ newFiles: { documents: { title: "Report", alt: "", credit: "" } } });
    expect(await answersOf(versionId)).toMatchObject({ links: [{ title: "Timetable" }] });
    expect((await attach(token, { ...typed, basedOn: "2", do: "continue" })).attempt).toBeNull();
  });
});
