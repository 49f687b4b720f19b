import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import { wordContent } from "#tests/support/word/answers.ts";
import { aPng } from "#tests/support/word/png.ts";

const template = getTemplate("case-study-1");
const attachment = "0196a000-0000-7000-8000-000000000002";
const images = [{ attachment, title: "The bus", alt: "A red bus", credit: "" }];

/** A form with one picture, as somebody changed its words and its media. */
async function changed(
  words: (xml: string) => string,
  media: (bytes: Buffer) => Uint8Array = (one) => one,
  isKnown?: (file: string) => boolean,
) {
  const picture = { type: "png", bytes: aPng, width: 1, height: 1 } as const;
  const files = new Map([[attachment, { name: "bus.png", address: null, picture }]]);
  const parts = unzipSync(await writeWord(wordContent({ template, answers: { images }, files })));
  const name = Object.keys(parts).find((one) => one.startsWith("word/media/"))!;
  const related = Buffer.from(parts["word/_rels/document.xml.rels"]!).toString();
  const target = name.replace("word/", "");
  const another = /<Relationship [^>]*media\/[^>]*>/.exec(related)![0];
  const other = another.replace(/Id="[^"]*"/, 'Id="rIdOther"').replace(target, "media/other.png");
  parts["word/media/other.png"] = aPng;
  parts["word/_rels/document.xml.rels"] = strToU8(related.replace("</Relationships>", `${other}</Relationships>`));
  parts["word/document.xml"] = strToU8(words(Buffer.from(parts["word/document.xml"]!).toString()));
  parts[name] = Uint8Array.from(media(Buffer.from(parts[name]!)));
  const read = await readWord(zipSync(parts), template, isKnown);
  if (!read.ok) throw new Error(read.reason);
  return { images: read.value.raw["images"], found: read.value.pictures.map(({ alt, title }) => ({ alt, title })) };
}

const theDrawing = /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/s;
const another = (drawing: string) =>
  drawing.replace(/r:embed="[^"]*"/, 'r:embed="rIdOther"').replace(/descr="[^"]*"/, 'descr="Another bus"');
const afterOurs = (xml: string) =>
  xml.replace(
    /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>(<w:bookmarkEnd [^>]*>)?/s,
    (all) => all + another(theDrawing.exec(all)![0]),
  );

test("a picture of ours is not offered, and one put beside it is", async () => {
  expect(await changed((xml) => xml)).toEqual({ images, found: [] });
  expect(await changed(afterOurs)).toEqual({ images, found: [{ alt: "Another bus", title: "" }] });
  const within = (xml: string) => xml.replace(theDrawing, (drawing) => drawing + another(drawing));
  expect(await changed(within)).toEqual({ images, found: [{ alt: "Another bus", title: "" }] });
});

test("a picture that was put in the place of ours is offered", async () => {
  const wider = (bytes: Buffer) => bytes.map((byte, at) => (at === 19 ? 2 : byte));
  expect(await changed((xml) => xml, wider)).toEqual({ images, found: [{ alt: "A red bus", title: "" }] });
  const taken = (xml: string) => afterOurs(xml).replace(theDrawing, "");
  expect(await changed(taken)).toEqual({ images, found: [{ alt: "Another bus", title: "" }] });
});

test("a picture of ours is offered with its words to a case study that does not have it", async () => {
  const read = (known: string) =>
    changed(
      (xml) => xml,
      undefined,
      (file) => file === known,
    );
  expect(await read(attachment)).toMatchObject({ found: [] });
  expect(await read("another")).toMatchObject({ found: [{ alt: "A red bus", title: "The bus" }] });
});
