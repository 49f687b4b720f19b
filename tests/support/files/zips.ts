import { crc32, deflateRawSync } from "node:zlib";

interface Part {
  name: string;
  content: string | Buffer;
  /** What the zip says of its length, if not the truth. */
  stated?: number;
  /** Bit 0 says that it is encrypted. */
  flags?: number;
}

/** A zip of these parts, as a program would write it, or as nobody should. */
export function aZip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stated, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags | 0x800, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(stated ?? bytes.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), about, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", 0, "latin1");
    entry.writeUInt16LE(20, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    central.push(Buffer.concat([entry, Buffer.from(name)]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const mainTypes = {
  docx: ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
  xlsx: ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  pptx: ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
} as const;
const xml = `<?xml version="1.0" encoding="UTF-8"?>`;

/** A small office file, with more parts or other ones. */
export function anOfficeFile(kind: keyof typeof mainTypes, more: readonly Part[] = [], type?: string): Buffer {
  const [main, usual] = mainTypes[kind];
  const parts = [
    {
      name: "[Content_Types].xml",
      content: `${xml}<Types><Override PartName="/${main}" ContentType="${type ?? usual}"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: relations(`<Relationship Id="r1" Type="office/officeDocument" Target="${main}"/>`),
    },
    { name: main, content: `${xml}<document>Words</document>` },
  ];
  const replaced = new Set(more.map(({ name }) => name));
  return aZip([...parts.filter(({ name }) => !replaced.has(name)), ...more]);
}

export const relations = (inside: string) => `${xml}<Relationships>${inside}</Relationships>`;

/** A small open document. */
export const anOpenDocument = (kind: "odt" | "ods", more: readonly Part[] = []) =>
  aZip([
    {
      name: "mimetype",
      content: `application/vnd.oasis.opendocument.${kind === "odt" ? "text" : "spreadsheet"}`,
    },
    { name: "content.xml", content: `${xml}<office/>` },
    ...more,
  ]);
