import { crc32, deflateSync } from "node:zlib";
import { decode, toJpeg, toWebp, type Pixels } from "#lib/data/files/pictures/codecs.ts";

/** Pixels of a picture whose left half is red and whose right half is blue. */
export function halves(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4)
    data.set((at / 4) % width < width / 2 ? [220, 30, 30, 255] : [30, 30, 220, 255], at);
  return { data, width, height };
}

export const aJpeg = async (width = 400, height = 300) => Buffer.from(await toJpeg(halves(width, height)));
export const aWebp = async (width = 400, height = 300) => Buffer.from(await toWebp(halves(width, height)));

const chunk = (type: string, content: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A PNG of nothing that could be seen: grey, and all of it clear. */
export function aClearPng(width: number, height: number): Buffer {
  const grey = aPng(width, height, { rows: 1 });
  const head = Buffer.from(grey.subarray(16, 29));
  head[9] = 4;
  return Buffer.concat([
    grey.subarray(0, 8),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc((2 * width + 1) * height))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A PNG that says it has this size, with as many rows of nothing as are asked for. */
export function aPng(width = 400, height = 300, { rows = height, extra = [] as [string, Buffer][] } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    ...extra.map(([type, content]) => chunk(type, content)),
    chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

const entry = (tag: number, type: number, count: number, value: number | Buffer) => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  if (typeof value === "number") bytes.writeUInt32LE(value, 8);
  else value.copy(bytes, 8);
  return bytes;
};

/** A JPEG as a telephone takes it: which way up, with what, where, and a comment; with a colour profile where one is given. */
export async function aPhoto(width = 400, height = 300, { orientation = 6, profile = null as Buffer | null } = {}) {
  const jpeg = await aJpeg(width, height);
  const count = (entries: number) => Buffer.from([entries, 0]);
  const none = Buffer.alloc(4);
  const camera = Buffer.from("SECRETCAM\0");
  const [first, place, words] = [8, 50, 80];
  const tiff = Buffer.alloc(words + camera.length);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(first, 4);
  Buffer.concat([
    count(3),
    entry(0x010f, 2, camera.length, words),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, place),
    none,
  ]).copy(tiff, first);
  Buffer.concat([count(2), entry(1, 2, 2, Buffer.from("N\0")), entry(3, 2, 2, Buffer.from("W\0")), none]).copy(
    tiff,
    place,
  );
  camera.copy(tiff, words);
  const segments = [
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff])),
    segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRETPLACE</x:xmpmeta>")),
    segment(0xfe, Buffer.from("SECRETCOMMENT")),
    ...(profile ? [segment(0xe2, Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), profile]))] : []),
  ];
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** The colour of one point of a picture. */
export async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, width } = await decode(Buffer.from(bytes));
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

/** The profile of Display P3, as cameras of telephones write it, with a curve of a plain power. */
export function aWideProfile(): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Math.round(value * 65_536));
    return bytes;
  };
  const colour = (...parts: number[]) => Buffer.concat([Buffer.from("XYZ \0\0\0\0"), ...parts.map(number)]);
  const curve = Buffer.concat([Buffer.from("para\0\0\0\0\0\0\0\0"), number(2.2)]);
  const tags = Object.entries({
    rXYZ: colour(0.5151, 0.2412, -0.0011),
    gXYZ: colour(0.292, 0.6922, 0.0419),
    bXYZ: colour(0.1571, 0.0666, 0.7841),
    ...{ rTRC: curve, gTRC: curve, bTRC: curve },
  });
  const head = Buffer.alloc(132 + tags.length * 12);
  head.write("RGB ", 16, "latin1");
  head.writeUInt32BE(tags.length, 128);
  let offset = head.length;
  tags.forEach(([name, bytes], index) => {
    head.write(name, 132 + index * 12, "latin1");
    head.writeUInt32BE(offset, 136 + index * 12);
    head.writeUInt32BE(bytes.length, 140 + index * 12);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...tags.map(([, bytes]) => bytes)]);
}
