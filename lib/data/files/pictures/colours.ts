import type { Pixels } from "./codecs.ts";

type Row = [number, number, number];
/** How a profile's numbers become light, and which light each of its three colours is. */
interface Profile {
  curves: readonly Float64Array[];
  colours: readonly Row[];
}

// From light as profiles measure it (XYZ under D50) to the red, green and blue of every screen.
const toScreen: readonly Row[] = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];
const steps = 4096;
const asShown = Uint8ClampedArray.from({ length: steps + 1 }, (_, step) => {
  const light = step / steps;
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
});

/**
 * Brings colours to what every screen shows, in place. Profiles that are more than three colours and their curves, as printers
 * have, change nothing.
 */
export function toStandardColours({ data }: Pixels, profile: Buffer): void {
  const read = readProfile(profile);
  if (!read) return;
  const { curves, colours } = read;
  const shares = toScreen.map((row) =>
    colours.map((colour) => row.reduce((sum, part, at) => sum + part * colour[at]!, 0)),
  );
  const light = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    for (let channel = 0; channel < 3; channel++) light[channel] = curves[channel]![data[at + channel]!]!;
    for (let channel = 0; channel < 3; channel++) {
      const [red, green, blue] = shares[channel]!;
      const amount = red! * light[0]! + green! * light[1]! + blue! * light[2]!;
      data[at + channel] = asShown[Math.round(Math.min(1, Math.max(0, amount)) * steps)]!;
    }
  }
}

function readProfile(profile: Buffer): Profile | null {
  if (profile.toString("latin1", 16, 20) !== "RGB ") return null;
  const tags = tagsOf(profile);
  const colours = ["rXYZ", "gXYZ", "bXYZ"].map((name) => colourOf(tags.get(name)));
  const curves = ["rTRC", "gTRC", "bTRC"].map((name) => curveOf(tags.get(name)));
  if (colours.some((one) => one === null) || curves.some((one) => one === null)) return null;
  return { colours: colours as Row[], curves: curves as Float64Array[] };
}

function tagsOf(profile: Buffer): Map<string, Buffer> {
  const tags = new Map<string, Buffer>();
  const count = Math.min(100, profile.readUInt32BE(128));
  for (let at = 132; at < 132 + count * 12; at += 12) {
    const start = profile.readUInt32BE(at + 4);
    tags.set(profile.toString("latin1", at, at + 4), profile.subarray(start, start + profile.readUInt32BE(at + 8)));
  }
  return tags;
}

const fixed = (bytes: Buffer, at: number) => bytes.readInt32BE(at) / 65_536;

function colourOf(tag: Buffer | undefined): Row | null {
  if (tag?.toString("latin1", 0, 4) !== "XYZ ") return null;
  return [fixed(tag, 8), fixed(tag, 12), fixed(tag, 16)];
}

function curveOf(tag: Buffer | undefined): Float64Array | null {
  const type = tag?.toString("latin1", 0, 4);
  const curve = !tag ? null : type === "para" ? formula(tag) : type === "curv" ? table(tag) : null;
  return curve && Float64Array.from({ length: 256 }, (_, value) => curve(value / 255));
}

function table(tag: Buffer): (value: number) => number {
  const count = tag.readUInt32BE(8);
  if (count === 0) return (value) => value;
  if (count === 1) return (value) => value ** (tag.readUInt16BE(12) / 256);
  return (value) => {
    const place = value * (count - 1);
    const [low, high] = [Math.floor(place), Math.ceil(place)].map((at) => tag.readUInt16BE(12 + at * 2) / 65_535);
    return low! + (high! - low!) * (place % 1);
  };
}

/** The five formulas of the standard, each of which leaves out the last parameters of the next. */
function formula(tag: Buffer): ((value: number) => number) | null {
  const kind = tag.readUInt16BE(8);
  const count = [1, 3, 4, 5, 7][kind];
  if (count === undefined) return null;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from({ length: count }, (_, at) =>
    fixed(tag, 12 + at * 4),
  );
  const power = (value: number) => Math.max(0, a * value + b) ** g;
  if (kind === 0) return (value) => value ** g;
  if (kind < 3) return (value) => (value >= -b / a ? power(value) : 0) + (kind === 2 ? c : 0);
  return (value) => (value >= d ? power(value) + e : c * value + f);
}
