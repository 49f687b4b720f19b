import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mostBytes } from "#lib/domain/files/kinds.ts";
import { readUpload } from "#lib/http/forms/upload.ts";

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "read-upload-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const address = "http://localhost/attach";
async function read(request: Request, into: string | null) {
  const upload = await readUpload(request, into);
  if (!upload) throw new Error("the form broke off");
  return upload;
}

const sending = (form: FormData) => new Request(address, { method: "POST", body: form });

test("what is typed and what is chosen come apart, in the order they were sent", async () => {
  const form = new FormData();
  form.append("images.0.alt", "A bus\0 at dusk");
  form.append("topics", "buses");
  form.append("topics", "walking");
  form.append("images.add", new File(["one"], "../Übung.jpg"));
  form.append("images.add", new File([], ""));
  form.append("documents.add", new File(["two"], "b.pdf"));
  form.append("do", "add");
  const { values, typed, files, tooMany } = await read(sending(form), folder);

  expect([values("images.0.alt"), values("topics"), values("nothing")]).toEqual([
    ["A bus at dusk"],
    ["buses", "walking"],
    [],
  ]);
  expect(typed).toEqual({ "images.0.alt": "A bus at dusk", topics: "buses\nwalking" });
  expect(files.map(({ field, name }) => [field, name])).toEqual([
    ["images.add", "../Übung.jpg"],
    ["documents.add", "b.pdf"],
  ]);
  expect(await Promise.all(files.map(({ path }) => readFile(path ?? "", "utf8")))).toEqual(["one", "two"]);
  expect(tooMany).toBe(false);
});

test("of a file that is too large no more is written than shows it, and the rest of the form arrives (V5.2.1)", async () => {
  const form = new FormData();
  form.append("images.add", new File([Buffer.alloc(mostBytes + 5_000_000)], "a.jpg"));
  form.append("images.new.alt", "A bus");
  const { values, files } = await read(sending(form), folder);
  expect((await readFile(files[0]?.path ?? "")).length).toBe(mostBytes + 1);
  expect(values("images.new.alt")).toEqual(["A bus"]);
});

test("only so many files are taken at once", async () => {
  const form = new FormData();
  for (let count = 0; count < 12; count++) form.append("images.add", new File(["x"], `${count}.jpg`));
  const { files, tooMany } = await read(sending(form), folder);
  expect([files.length, tooMany]).toEqual([10, true]);
});

test("where no file is wanted, none is written, and what was typed arrives", async () => {
  const form = new FormData();
  form.append("images.add", new File(["x"], "a.jpg"));
  form.append("images.0.alt", "A bus");
  const { files, typed } = await read(sending(form), null);
  expect([files, typed]).toEqual([[], { "images.0.alt": "A bus" }]);
  expect(await readdir(folder)).toEqual([]);
});

test("while nothing can be written, the form arrives and says so", async () => {
  const form = new FormData();
  form.append("images.add", new File(["x"], "a.jpg"));
  form.append("images.0.alt", "A bus");
  const { files, typed } = await read(sending(form), join(folder, "gone"));
  expect(files).toEqual([{ field: "images.add", name: "a.jpg", path: null }]);
  expect(typed).toEqual({ "images.0.alt": "A bus" });
});

const part = (name: string, more = "") => `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;

test.each([
  ["breaks off in a file", part("images.add", '; filename="a.jpg"') + "half"],
  ["breaks off in its head", "--x\r\nContent-Dispo"],
])("a form that %s is nobody’s, and nothing waits for the rest", async (_, text) => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      setTimeout(() => controller.error(new Error("the connection is gone")), 20);
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const request = new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  expect(await readUpload(request, folder)).toBeNull();
});

test("one that ends without its last line is nobody’s too", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const body = part("images.add", '; filename="a.jpg"') + "half";
  expect(await readUpload(new Request(address, { method: "POST", body, headers }), folder)).toBeNull();
});

test.each(["application/json", "text/plain", "multipart/form-data", ""])(
  "one that says it is %j is none that can be read (V2.2.1)",
  async (type) => {
    const request = new Request(address, { method: "POST", body: "<a>", headers: { "content-type": type } });
    expect(await readUpload(request, folder)).toBeNull();
  },
);

test("NUL and half characters are left out, of names too", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const body = `${part("a\0b")}c\0d\r\n--x--\r\n`;
  const upload = await readUpload(new Request(address, { method: "POST", body, headers }), null);
  expect(upload?.typed).toEqual({ ab: "cd" });
});
