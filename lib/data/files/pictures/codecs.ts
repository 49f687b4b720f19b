import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Pixels as four bytes each: red, green, blue and how solid. */
export interface Pixels {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

// The codecs were made for browsers, which have this.
globalThis.ImageData ??= class {
  data: Uint8ClampedArray;
  width: number;
  height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    Object.assign(this, { data, width, height });
    this.data = data;
    this.width = width;
    this.height = height;
  }
} as never;

const { resolve } = createRequire(import.meta.url);
const moduleOf = (path: string) => new WebAssembly.Module(readFileSync(resolve(path)));

/** Decodes a JPEG the way up it was taken, a PNG or a WebP. */
export async function decode(bytes: Buffer<ArrayBuffer>): Promise<Pixels> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  if (bytes[0] === 0xff) {
    const jpeg = await import("@jsquash/jpeg/decode.js");
    await jpeg.init(moduleOf("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"));
    return (await jpeg.default(buffer, { preserveOrientation: true })) as Pixels;
  }
  if (bytes[0] === 0x89) {
    const png = await import("@jsquash/png/decode.js");
    await png.init(moduleOf("@jsquash/png/codec/pkg/squoosh_png_bg.wasm"));
    return (await png.decode(buffer)) as Pixels;
  }
  const webp = await import("@jsquash/webp/decode.js");
  await webp.init(moduleOf("@jsquash/webp/codec/dec/webp_dec.wasm"));
  return (await webp.default(buffer)) as Pixels;
}

const openResizer = async () => {
  const library = await import("@jsquash/resize");
  await library.initResize(moduleOf("@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm"));
  return library.default;
};
let resizer: ReturnType<typeof openResizer> | undefined;

/** The same picture, smaller. */
export async function shrink(pixels: Pixels, width: number): Promise<Pixels> {
  resizer ??= openResizer();
  const height = Math.max(1, Math.round((pixels.height * width) / pixels.width));
  // The best filter costs seconds where there is far more in the picture than can be seen of it.
  const method = pixels.width > 2.5 * width ? "catrom" : "lanczos3";
  const resize = await resizer;
  const options = { width, height, method, fitMethod: "stretch", premultiply: false, linearRGB: false } as const;
  return (await resize(pixels as unknown as ImageData, options)) as unknown as Pixels;
}

const openWebpEncoder = async () => {
  const library = await import("@jsquash/webp/encode.js");
  await library.init(moduleOf("@jsquash/webp/codec/enc/webp_enc_simd.wasm"));
  return library.default;
};
let webpEncoder: ReturnType<typeof openWebpEncoder> | undefined;

/** A WebP of it, with nothing in it but the picture. */
export async function toWebp(pixels: Pixels): Promise<Uint8Array> {
  webpEncoder ??= openWebpEncoder();
  const encode = await webpEncoder;
  return new Uint8Array(await encode(pixels as unknown as ImageData, { quality: 78, method: 3 }));
}

/** A JPEG of it, for programs that know nothing newer. */
export async function toJpeg(pixels: Pixels): Promise<Uint8Array> {
  const jpeg = await import("@jsquash/jpeg/encode.js");
  await jpeg.init(moduleOf("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"));
  return new Uint8Array(await jpeg.default(pixels as unknown as ImageData, { quality: 82 }));
}

/** Puts a picture that can be seen through on white, as paper would. */
export function onWhite({ data }: Pixels): void {
  for (let at = 3; at < data.length; at += 4) {
    const solid = data[at] ?? 255;
    if (solid === 255) continue;
    for (let colour = at - 3; colour < at; colour++)
      data[colour] = ((data[colour] ?? 0) * solid + 255 * (255 - solid)) / 255;
    data[at] = 255;
  }
}
