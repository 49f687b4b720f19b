import { decode, onWhite, shrink, toWebp } from "#lib/data/files/pictures/codecs.ts";
import { readHead } from "#lib/data/files/pictures/header.ts";
import type { FoundPicture } from "#lib/domain/word/raw-reading.ts";
import type { Seen } from "./spoken.ts";

const mostPictures = 30;
const widest = 1600;
/** Those of a good camera. Several such lie in one file, and all of them in one memory. */
const mostPixels = 25_000_000;

/** Makes pictures anew, one after another, without whatever else their files held. What is no picture a page could show is left over. */
export async function* safePictures(pictures: readonly FoundPicture[]): AsyncGenerator<Seen> {
  for (const { heading, title, alt, credit, ...found } of pictures.slice(0, mostPictures)) {
    const picture = { ...found, heading: short(heading), title: short(title), alt: short(alt), credit: short(credit) };
    const safe = await safeOf(picture);
    if (typeof safe !== "string") yield { picture: safe };
    else yield { leftover: { heading: picture.heading, text: `${safe}${picture.alt ? `: ${picture.alt}` : ""}` } };
  }
}

/** What is said of a picture. Nobody describes one at greater length. */
const short = (text: string) => text.slice(0, 1000);

async function safeOf(picture: FoundPicture): Promise<FoundPicture | string> {
  try {
    const bytes = Buffer.from(picture.bytes, "base64");
    const head = readHead(bytes);
    if (head && head.width * head.height > mostPixels)
      return "A picture that is too large to be read from here, and can be added to the form by itself";
    if (!head || head.moving) return "A picture that could not be taken";
    const whole = await decode(bytes);
    onWhite(whole);
    const shown = whole.width > widest ? await shrink(whole, widest) : whole;
    const { width, height } = shown;
    return { ...picture, bytes: Buffer.from(await toWebp(shown)).toString("base64"), width, height };
  } catch {
    return "A picture that could not be taken";
  }
}
