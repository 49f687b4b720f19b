import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { POST } from "#app/(contributor)/submit/[draft]/word/[reading]/take/route.ts";
import { GET } from "#app/(contributor)/submit/[draft]/word/[reading]/pictures/[position]/route.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { spend } from "#lib/data/limits.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findReading, keepReading } from "#lib/data/submissions/word-readings.ts";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { uploads } from "#lib/http/posts.ts";
import { aWebp } from "#tests/support/files/pictures.ts";
import { answersOf } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-taking-"));
const settings = () => {
  vi.stubEnv("DATA_DIR", data);
  vi.stubEnv("FILES_DIR", join(data, "files"));
};
settings();
afterEach(() => (vi.unstubAllEnvs(), settings()));
afterAll(() => rm(data, { recursive: true, force: true }));

/** A draft, and a Word file that was read for it with so many pictures. */
async function aReading(count: number) {
  const started = await startDraft({ answers: { title: "Night buses" }, key: randomUUID() });
  if (!started.ok) throw new Error("The draft was not started");
  const { token, versionId } = started.value;
  const bytes = await aWebp(20, 10);
  const kept = Array.from({ length: count }, () => ({ bytes, width: 20, height: 10 }));
  const pictures = kept.map(({ width, height }, position) => ({
    ...{ question: "images", heading: "", title: `Bus ${position + 1}`, alt: "A bus", credit: "", position },
    ...{ width, height, attachment: null },
  }));
  const reading = { answers: { lessons: "Ask." }, contact: null, notUnderstood: [], mixed: {}, pictures };
  const id = await keepReading({ versionId, revision: 1, reading, pictures: kept });

  async function take(choices: Record<string, string>, basedOn = 1, from: string = randomUUID()) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...choices, basedOn: String(basedOn) })) body.append(name, value);
    const headers = { [gateHeaders.clientAddress]: from };
    const request = new Request("http://localhost/take", { method: "POST", body, headers });
    const answer = await POST(request, { params: Promise.resolve({ draft: token, reading: id }) });
    const place = answer.headers.get("location") ?? "";
    const attempt = await findAttempt(/attempt=([\w-]+)/.exec(place)?.[1] ?? "", place.split("?")[0] ?? "");
    return { place, attempt };
  }
  const rows = async () => ((await answersOf(versionId))["images"] ?? []) as { attachment: string; title: string }[];
  return { token, versionId, id, take, rows };
}
const all = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, position) => [`picture.${position}`, "take"]));
const countOf = (versionId: string) =>
  db.attachment.count({ where: { caseStudy: { versions: { some: { id: versionId } } } } });

test("as many pictures are taken as there is room for, each once, and of the others it is said why", async () => {
  const { token, versionId, id, take, rows } = await aReading(11);
  const first = await take(all(11));
  expect(first.place).toMatch(`/submit/${token}?filled=images&from=${id}&attempt=`);
  expect(first.attempt?.errors["pictures"]).toMatch(/^Bus 11: There is room for 10 files here\. Remove one/);
  expect(await rows()).toHaveLength(10);

  // Whoever was told to try again sends the same form.
  const again = await take(all(10));
  expect(again.place).toBe(`/submit/${token}?filled=images`);
  expect([(await rows()).length, await countOf(versionId)]).toEqual([10, 10]);
});

test("a picture that was taken, and taken out of the form, can be taken again as the same file", async () => {
  const { versionId, take, rows } = await aReading(1);
  await take(all(1));
  const before = await rows();
  const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "images")!;
  const contact = { email: "", name: "", phone: "" };
  await saveSection({ versionId, basedOn: 2, section, typed: { images: [] }, contact });
  expect(await rows()).toEqual([]);
  await take(all(1), 3);
  expect([await rows(), await countOf(versionId)]).toEqual([before, 1]);
});

test("while no picture can be looked through, it is said, and they can be taken later", async () => {
  const { versionId, id, take, rows } = await aReading(2);
  vi.stubEnv("CLAMD_URL", "tcp://127.0.0.1:9");
  vi.stubEnv("LOG_LEVEL", "silent");
  const refused = await take({ ...all(2), "keep.lessons": "word" });
  expect(refused.attempt?.errors["pictures"]?.split("\n")).toEqual(
    ["Bus 1", "Bus 2"].map((name) => expect.stringMatching(`^${name}: This file could not be checked for viruses`)),
  );
  expect(await answersOf(versionId)).toMatchObject({ lessons: "Ask." });
  expect(await rows()).toEqual([]);
  const found = await findReading(id, versionId);
  expect(found?.reading.pictures.map(({ attachment }) => attachment)).toEqual([null, null]);

  vi.unstubAllEnvs();
  settings();
  await take(all(2), 2);
  expect((await rows()).map(({ title }) => title)).toEqual(["Bus 1", "Bus 2"]);
});

test("which pictures were left is still known when the draft has changed or a limit is reached", async () => {
  const { versionId, take } = await aReading(2);
  const stale = await take({ "picture.0": "take", "keep.lessons": "form" }, 0);
  const typed = { "picture.0": "take", "picture.1": "leave", "keep.lessons": "form" };
  expect(stale.attempt).toEqual({ typed, errors: { saved: "stale" } });
  const busy = randomUUID();
  await spend("save", { address: busy }, 300_000);
  const limited = await take({ "picture.0": "take", "keep.lessons": "form" }, 1, busy);
  expect(limited.attempt).toEqual({ typed, errors: { limit: expect.stringMatching(/^No more than 300 MB/) } });
  expect(await countOf(versionId)).toBe(0);
});

test("a picture that was read is shown to whoever has its draft, and to nobody else", async () => {
  const [own, other] = [await aReading(1), await aReading(1)];
  const see = (draft: string, reading: string, position: string) =>
    GET(new Request("http://localhost/"), { params: Promise.resolve({ draft, reading, position }) });
  const shown = await see(own.token, own.id, "0");
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-store",
    "content-disposition": expect.stringMatching(/^inline; filename="picture-1\.webp"/),
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect((await shown.arrayBuffer()).byteLength).toBe(Number(shown.headers.get("content-length")));
  const asked = [
    [other.token, own.id, "0"],
    [randomUUID(), own.id, "0"],
    [own.token, own.id, "1"],
    [own.token, own.id, "x"],
    [own.token, "x", "0"],
  ] as const;
  expect(
    await Promise.all(asked.map(async ([draft, reading, position]) => (await see(draft, reading, position)).status)),
  ).toEqual(asked.map(() => 404));
  await db.wordReading.update({ where: { id: own.id }, data: { expiresAt: new Date(0) } });
  expect((await see(own.token, own.id, "0")).status).toBe(404);
});

test("taking pictures may last as long as sending them", () => {
  const address = `/submit/${"x".repeat(43)}/word/${randomUUID()}/take`;
  expect(uploads.some((upload) => upload.test(address))).toBe(true);
});
