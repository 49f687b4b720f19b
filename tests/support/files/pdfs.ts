import { deflateSync } from "node:zlib";

/** A small PDF whose catalogue says this besides, and which holds these objects. */
export function aPdf(catalogue = "", objects = "", behind = "\n"): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R${catalogue}>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n` +
      `${objects}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF${behind}`,
    "latin1",
  );
}

/** Objects as newer programs pack them. @param said of the stream, and @param bytes in it, where these are others */
export function packed(
  objects: string,
  {
    said = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
    bytes = deflateSync(Buffer.from(objects, "latin1")) as Buffer,
  } = {},
): string {
  return `9 0 obj\n<<${said}/Length ${bytes.length}>>\nstream\n${bytes.toString("latin1")}\nendstream\nendobj\n`;
}

/** A stream of other things, whose bytes mean nothing. */
export const aStream = (content: string) =>
  `8 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
