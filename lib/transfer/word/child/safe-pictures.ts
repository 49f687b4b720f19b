import sharp from "sharp";
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
    const image = sharp(Buffer.from(picture.bytes, "base64"), { limitInputPixels: mostPixels, failOn: "error" });
    const { format } = await image.metadata();
    if (!["jpeg", "png", "webp", "gif"].includes(format ?? "")) return null;
    const { data, info } = await image
      .rotate()
      .resize({ width: widest, withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { ...picture, bytes: data.toString("base64"), width: info.width, height: info.height };
  } catch {
    return null;
  }
}
