import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { headBytes, isSealed, seal, unseal } from "#lib/transfer/archive/seal.ts";

const key = "a key of backups, which is long enough to be one";
const piece = 64 * 1024 + 16;

async function through(bytes: Buffer, by: ReturnType<typeof seal>): Promise<Buffer> {
  const reading = buffer(by);
  const [read] = await Promise.all([reading, pipeline(Readable.from([bytes]), by)]);
  return read;
}
const sealed = (bytes: Buffer) => through(bytes, seal(key));
const opened = async (bytes: Buffer, by = key) =>
  through(bytes.subarray(headBytes), unseal(by, bytes.subarray(0, headBytes)));

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])("%i bytes come back as they were", async (length) => {
  const bytes = randomBytes(length);
  const kept = await sealed(bytes);
  expect(isSealed(kept)).toBe(true);
  expect((await opened(kept)).equals(bytes)).toBe(true);
});

test("the same bytes never look the same twice, and none of them is to be seen (V11.3.2)", async () => {
  const bytes = Buffer.alloc(1000, "somebody@council.example ");
  const [one, other] = [await sealed(bytes), await sealed(bytes)];
  expect(one.subarray(headBytes).equals(other.subarray(headBytes))).toBe(false);
  expect(one.includes("somebody")).toBe(false);
});

describe("what is not as it was sealed does not open", () => {
  const bytes = randomBytes(200_000);
  const cuts = (kept: Buffer) =>
    [0, 1, 2, 3].map((at) => kept.subarray(headBytes + at * piece, headBytes + (at + 1) * piece));
  const whole = (kept: Buffer, ...pieces: Buffer[]) => Buffer.concat([kept.subarray(0, headBytes), ...pieces]);
  const none = Buffer.alloc(0);

  test.each<[string, (kept: Buffer, pieces: Buffer[]) => Buffer]>([
    ["a byte of it", (kept) => (kept.writeUInt8(kept.readUInt8(100_000) ^ 1, 100_000), kept)],
    ["a byte of what says who sealed it", (kept) => (kept.writeUInt8(kept.readUInt8(20) ^ 1, 20), kept)],
    ["its last byte", (kept) => kept.subarray(0, -1)],
    ["its last piece", (kept, [a = none, b = none, c = none]) => whole(kept, a, b, c)],
    ["its first piece", (kept, [, b = none, c = none, d = none]) => whole(kept, b, c, d)],
    ["the order of two", (kept, [a = none, b = none, c = none, d = none]) => whole(kept, b, a, c, d)],
    ["something behind it", (kept) => Buffer.concat([kept, none, Buffer.from("more")])],
    ["all pieces", (kept) => kept.subarray(0, headBytes)],
  ])("%s", async (_what, damage) => {
    const kept = await sealed(bytes);
    const pieces = cuts(kept);
    const damaged = damage(Buffer.from(kept), pieces);
    expect(damaged.equals(kept)).toBe(false);
    await expect(opened(damaged)).rejects.toThrow(/damaged|wrong-key/);
  });

  test("another key", async () => {
    await expect(opened(await sealed(bytes), `${key}!`)).rejects.toThrow("wrong-key");
  });
});
