import { signIn } from "#tests/support/signed-in.ts";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { POST } from "#app/(editorial)/editor/review/[id]/edit/[section]/attach/route.ts";
import { GET } from "#app/(editorial)/editor/review/[id]/files/[file]/[width]/route.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import type { FileAnswer } from "#lib/domain/template/answers.ts";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { aPerson } from "#tests/support/people.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-correct-"));
vi.stubEnv("DATA_DIR", data);
vi.stubEnv("FILES_DIR", join(data, "files"));
afterAll(() => rm(data, { recursive: true, force: true }));

async function attach(id: string, changes: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ basedOn: "1", "images.listed": "yes", do: "add", ...changes }))
    form.append(name, value);
  const request = new Request("http://localhost/attach", { method: "POST", body: form });
  const answer = await POST(request, { params: Promise.resolve({ id, section: "images" }) });
  const place = answer.headers.get("location") ?? "";
  const attempt = /attempt=([\w-]+)/.exec(place)?.[1] ?? "";
  return { place, attempt: await findAttempt(attempt, place.split("?")[0] ?? "") };
}

const photo = async () => new File([new Uint8Array(await aPhoto(700, 400))], "bus.jpg");
const see = (id: string, file: string, width = "0") =>
  GET(new Request("http://localhost/"), { params: Promise.resolve({ id, file, width }) });

test("an editor adds a picture to what is in review, described or not at all, and sees it", async () => {
  const version = await aVersion("in_review");
  await signIn(version.editor);
  const undescribed = await attach(version.id, { "images.add": await photo() });
  expect(undescribed.attempt?.errors).toEqual({ saved: "does-not-fit" });
  expect(await answersOf(version.id)).not.toHaveProperty("images");
  const [kept] = undescribed.attempt?.typed["images"] as FileAnswer[];

  const rows = { "images.0.attachment": kept?.attachment ?? "", "images.0.alt": "A bus at dusk" };
  expect((await attach(version.id, { ...rows, do: "save" })).place).toBe(
    `/editor/review/${version.id}?noted=corrected#images`,
  );
  expect(await answersOf(version.id)).toMatchObject({
    images: [{ attachment: kept?.attachment, alt: "A bus at dusk" }],
  });
  const [whole, small] = [
    await see(version.id, kept?.attachment ?? ""),
    await see(version.id, kept?.attachment ?? "", "320"),
  ];
  expect([whole.status, whole.headers.get("cache-control"), small.headers.get("content-type")]).toEqual([
    ...[200, "private, no-store", "image/webp"],
  ]);
  expect((await see(version.id, randomUUID())).status).toBe(404);
  expect((await see((await aVersion("in_review")).id, kept?.attachment ?? "")).status).toBe(404);
});

test("nobody else does, or sees it", async () => {
  const { id } = await aVersion("in_review");
  await signIn(await aPerson());
  await expect(attach(id, { "images.add": await photo() })).rejects.toThrow();
  await expect(see(id, randomUUID())).rejects.toThrow();
});

test("a picture that only a version nobody sent yet names is its author's alone, until it is sent", async () => {
  const version = await aVersion("in_review");
  await signIn(version.editor);
  const { attempt } = await attach(version.id, { "images.add": await photo() });
  const [kept] = attempt?.typed["images"] as FileAnswer[];
  const attachment = kept?.attachment ?? "";
  expect((await see(version.id, attachment)).status).toBe(200);

  const { id, editor: actor } = version;
  for (const move of ["accept", "publish"] as const)
    expect(await moveVersion({ id, basedOn: 1, move, actor })).toMatchObject({ ok: true });
  const next = await aNextVersion(version);
  const images = [{ attachment, alt: "A bus at dusk", credit: "" }];
  const revision = { versionId: next.id, number: 2, at: new Date(), writerId: next.author.id };
  await db.revision.create({ data: { ...revision, answers: { title: "Next", images } } });
  expect((await see(version.id, attachment)).status).toBe(404);
  await db.version.update({ where: { id: next.id }, data: { state: "submitted" } });
  expect((await see(version.id, attachment)).status).toBe(200);
});
