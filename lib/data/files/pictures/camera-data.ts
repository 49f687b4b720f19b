/*
 * What a camera or a program wrote into a picture beside its pixels: where and when it was taken and with what, who by, and notes.
 * It is cut out; the pixels are not touched.
 */
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);
const pngStart = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Exif and XMP, the notes of photo programs, and comments (JPEG, ITU-T T.81 table B.1). */
const tellingSegments = new Set([0xe1, 0xed, 0xfe]);
/** Texts, the time and Exif (PNG, third edition, 11.3). */
const tellingChunks = new Set(["tEXt", "zTXt", "iTXt", "tIME", "eXIf"]);
/** Exif and XMP (WebP container specification). */
const tellingParts = new Set(["EXIF", "XMP "]);

/** A JPEG, PNG or WebP without what is told beside its pixels. What is none of these, or is broken off, comes back as it is. */
export function withoutCameraData(picture: Buffer): Buffer {
  if (startsWith(picture, jpegStart)) return withoutSegments(picture);
  if (startsWith(picture, pngStart)) return withoutChunks(picture);
  const isWebp = picture.toString("latin1", 0, 4) === "RIFF" && picture.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? withoutParts(picture) : picture;
}

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start);

/** Pictures within a picture, such as a preview behind it, keep their place. */
function withoutSegments(jpeg: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (const { start, end } of tellingIn(jpeg, 0)) {
    kept.push(jpeg.subarray(from, start));
    from = end;
  }
  const without = Buffer.concat([...kept, jpeg.subarray(from)]);
  blankCameraData(without);
  return without;
}

/**
 * Where the telling segments of a JPEG are that begins somewhere in some bytes. None where what follows does not lead to the start of
 * a scan: three bytes that look like the beginning of one come by chance in anything that is packed.
 */
function tellingIn(bytes: Buffer, begin: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let at = begin + 2;
  while (bytes[at] === 0xff && at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return found;
    const end = marker === 0xff ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2);
    if (marker < 0xc0 || end > bytes.length) return [];
    if (tellingSegments.has(marker)) found.push({ start: at, end });
    at = end;
  }
  return [];
}

/**
 * Writes zeros over what cameras wrote into the JPEGs that lie in a file as they are, as PDFs hold them: no byte moves, as such a file
 * says where each of its parts begins.
 *
 * @returns whether there was any
 */
export function blankCameraData(file: Buffer): boolean {
  let any = false;
  for (let at = file.indexOf(jpegStart); at !== -1; at = file.indexOf(jpegStart, at + 1))
    for (const { start, end } of tellingIn(file, at)) {
      any ||= file.subarray(start + 4, end).some((byte) => byte !== 0);
      file.fill(0, start + 4, end);
    }
  return any;
}

function withoutChunks(png: Buffer): Buffer {
  const kept: Buffer[] = [pngStart];
  let rest = pngStart.length;
  for (let at = pngStart.length; at + 12 <= png.length;) {
    const end = at + 12 + png.readUInt32BE(at);
    if (!tellingChunks.has(png.toString("latin1", at + 4, at + 8))) kept.push(png.subarray(at, end));
    at = end;
    rest = Math.min(end, png.length);
  }
  return Buffer.concat([...kept, png.subarray(rest)]);
}

function withoutParts(webp: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= webp.length;) {
    const length = webp.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const name = webp.toString("latin1", at, at + 4);
    if (!tellingParts.has(name))
      kept.push(name === "VP8X" ? withoutPromises(webp.subarray(at, end)) : webp.subarray(at, end));
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(webp.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/** The part that says which others there are, without Exif (bit 3) and XMP (bit 2). */
function withoutPromises(extended: Buffer): Buffer {
  const changed = Buffer.from(extended);
  changed[8] = (changed[8] ?? 0) & ~0b1100;
  return changed;
}
