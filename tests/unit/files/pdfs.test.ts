import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { checkPdf } from "#lib/data/files/checks/pdf.ts";
import { refusalWords } from "#lib/domain/files/refusals.ts";
import { aPdf, aStream, packed } from "#tests/support/files/pdfs.ts";

const folder = await mkdtemp(join(tmpdir(), "pdfs-"));
afterAll(() => rm(folder, { recursive: true }));

async function check(pdf: Buffer) {
  const path = join(folder, "a.pdf");
  await writeFile(path, pdf);
  return (await checkPdf(path))?.because ?? null;
}

const script = "5 0 obj\n<</S/JavaScript/JS(app.alert)>>\nendobj\n";
const hidden = "3 0 <</S/JavaScript/JS(x)>>";
const as = (said: string) => packed(hidden, { said: `/Type/ObjStm/N 1/First 4${said}` });

test.each([
  ["after a string that reads like a stream", `4 0 obj\n<</A (stream)>>\nendobj\n${script}`],
  ["after a comment that reads like a stream", `%stream\n${script}`],
  ["after a name that reads like a stream", `4 0 obj\n<</stream 1>>\nendobj\n${script}`],
  ["after the end of a stream that has an end within", aStream("endstream (") + script],
  ["after a bracket that nothing closes", `4 0 obj\n(\nendobj\n${script}`],
  ["in a trailer of its own", `trailer\n<</Root<</OpenAction<</S/JavaScript>>>>>>\n`],
  ["behind a comment", "5 0 obj%<<>>\n<</S%>>\n/JavaScript>>\nendobj\n"],
  ["in packed objects that say nothing of their type", packed(hidden, { said: "/N 1/First 4/Filter/FlateDecode" })],
  ["in packed objects whose dictionary has an end within", as("/A(endobj)/Filter/FlateDecode")],
  ["in packed objects whose bytes have an end within", packed(hidden, { bytes: stored(`${hidden} endstream`) })],
  ["in packed objects, begun within a string", packed("3 1 (<</S/JavaScript>>)")],
])("a script is found %s", async (_, objects) => {
  expect(await check(aPdf("", objects))).toBe("script-within");
});

test.each([
  ["in two ways", as("/Filter[/ASCIIHexDecode/FlateDecode]")],
  ["in two ways by their short names", as("/Filter[/AHx/Fl]")],
  ["in another way", as("/Filter/LZWDecode")],
  ["in no way", as("")],
  ["as is said elsewhere", as("/Filter 7 0 R")],
  ["as is said twice", as("/Filter/FlateDecode/Filter/LZWDecode")],
  ["as differences", as("/Filter/FlateDecode/DecodeParms<</Predictor 12>>")],
  [
    "so that they begin where something else says",
    packed(hidden, { said: "/Type/ObjStm/First 7 0 R/Filter/FlateDecode" }),
  ],
  ["and are broken", packed(hidden, { bytes: Buffer.from("x\x9cnothing") })],
  ["and unpack to very much", packed(" ".repeat(40 * 2 ** 20) + hidden)],
  ["behind very many comments", packed(hidden).replace("stream\n", `${"%\n".repeat(2000)}stream \n`)],
])("objects that are packed %s are refused", async (_, objects) => {
  expect(await check(aPdf("", objects))).toBe("cannot-be-looked-through");
});

test("whoever has it read the same over and over is not read to the end", async () => {
  expect(await check(aPdf("", "obj<".repeat(20_000).replaceAll("<", "<</A(")))).toBe("cannot-be-looked-through");
});

test("a file that is protected is told how it can be taken", async () => {
  expect(await check(aPdf("", "trailer\n<</Encrypt 6 0 R>>\n"))).toBe("password");
  expect(await check(aPdf("", "6 0 obj\n<</Type/XRef/Encr#79pt 6 0 R>>\nendobj\n"))).toBe("password");
  expect(refusalWords({ because: "password" })).toMatch(/password\. Save a copy without one and add that\.$/);
});

test("files stay inside by whichever way they came", async () => {
  expect(await check(aPdf("", "5 0 obj\n<</Type/Filespec/EF<</F 6 0 R>>>>\nendobj\n"))).toBe("holds-files");
});

test("what programs make every day is taken", async () => {
  const link = "<</S/URI/URI(https://a.example/JavaScript\\)/Launch/Encrypt)>>";
  const ordinary = [
    packed(`3 0 ${link}`),
    packed(`3 0 4 6 <<>>  ${link}`, { said: "/Type /ObjStm /N 2 /First 8 /Filter [ /FlateDecode ]" }),
    `5 0 obj\n${link}\nendobj\n`,
    "5 0 obj\n<</First 6 0 R/N 3>>\nendobj\n",
    "5 0 obj\n<</Filter[/ASCII85Decode/FlateDecode]/Length 4>>stream\r\n~~~~\r\nendstream\nendobj\n",
    aStream("BT (An object /JS /Launch) Tj ET obj stream trailer"),
    packed(`3 0 (${"words ".repeat(2 ** 20)})`),
  ];
  for (const objects of ordinary) expect([objects.slice(0, 60), await check(aPdf("", objects))]).toContain(null);
});

test.each(["chromium", "libreoffice"])("what %s prints is taken", async (program) => {
  expect(await checkPdf(`tests/fixtures/pdf/made-by-${program}.pdf`)).toBeNull();
});

/** Packed without being made smaller, so that it can be read in the file. */
function stored(text: string): Buffer {
  return deflateSync(Buffer.from(text), { level: 0 });
}
