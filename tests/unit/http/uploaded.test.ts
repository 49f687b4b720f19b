import { expect, test } from "vitest";
import { readUploaded } from "#lib/http/forms/uploaded.ts";

const most = 100_000;

function sent(bytes: number, headers: Record<string, string> = {}) {
  const form = new FormData();
  form.set("key", "a key");
  form.set("file", new File([new Uint8Array(bytes)], "words.docx"));
  return new Request("http://casebook.example/", { method: "POST", body: form, headers });
}

test("a form with a file as large as it may be is read", async () => {
  const read = await readUploaded(sent(most), "file", most);
  expect(read).toMatchObject({ file: { name: "words.docx" } });
  expect(read === "tooLarge" ? null : [read?.file?.bytes.length, read?.values("key")]).toEqual([most, ["a key"]]);
});

test("one that says it is larger is not read at all (V5.2.1)", async () => {
  const request = sent(3 * most, { "content-length": String(3 * most) });
  expect(await readUploaded(request, "file", most)).toBe("tooLarge");
  expect(request.bodyUsed).toBe(false);
});

test("one that goes on for longer than it may is given up (V5.2.1)", async () => {
  expect(await readUploaded(sent(3 * most), "file", most)).toBeNull();
});

test("what is no form is none", async () => {
  const request = new Request("http://casebook.example/", { method: "POST", body: "words" });
  expect(await readUploaded(request, "file", most)).toBeNull();
});
