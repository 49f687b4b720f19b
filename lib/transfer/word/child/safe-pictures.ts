import { decode, onWhite, shrink, toWebp } from "#lib/data/files/pictures/codecs.ts";
import { readHead } from "#lib/data/files/pictures/header.ts";
import type { FoundPicture, RawReading } from "#lib/domain/word/raw-reading.ts";

const mostPictures = 30;
const widest = 1600;
const mostPixels = 50_000_000;

/** Makes every picture anew, without whatever else its file held. What is no picture a page could show is left over. */
export async function withSafePictures(reading: RawReading): Promise<RawReading> {
  const pictures: FoundPicture[] = [];
  const leftovers = [...reading.leftovers];
  for (const picture of reading.pictures) {
    const safe = pictures.length < mostPictures ? await safeOf(picture) : null;
    if (safe) pictures.push(safe);
    else
      leftovers.push({
        heading: picture.heading,
        text: `A picture that could not be taken${picture.alt ? `: ${picture.alt}` : ""}`,
      });
  }
  return { ...reading, pictures, leftovers };
}

async function safeOf(picture: FoundPicture): Promise<FoundPicture | null> {
  try {
    const bytes = Buffer.from(picture.bytes, "base64");
    const head = readHead(bytes);
    if (!head || head.moving || head.width * head.height > mostPixels) return null;
    const whole = await decode(bytes);
    onWhite(whole);
    const shown = whole.width > widest ? await shrink(whole, widest) : whole;
    const { width, height } = shown;
    return { ...picture, bytes: Buffer.from(await toWebp(shown)).toString("base64"), width, height };
  } catch {
    return null;
  }
}
