import { naughty, oddNames, pick, type Chance } from "./naughty.ts";

export type Pairs = [string, string][];

export interface Body {
  type: string;
  bytes: Buffer;
}

/** A form's fields with some of them changed, left out, sent twice or renamed, and others added. */
export function changed(chance: Chance, fields: Pairs): Pairs {
  const pairs = fields.flatMap(([name, value]): Pairs => {
    const dice = chance();
    if (dice < 0.35) return [[name, pick(chance, naughty)]];
    if (dice < 0.42) return [];
    if (dice < 0.48)
      return [
        [name, value],
        [name, pick(chance, naughty)],
      ];
    if (dice < 0.52)
      return [[`${name}${pick(chance, ["[]", "[a]", "[__proto__]", ".0", ".0.url", ".999999"])}`, value]];
    return [[name, value]];
  });
  while (chance() < 0.4) pairs.push([pick(chance, oddNames), pick(chance, naughty)]);
  if (chance() < 0.01) for (let more = 0; more < 3000; more += 1) pairs.push([`n${more}`, "x"]);
  return pairs;
}

/** The same as a body, mostly as a browser writes it, otherwise as none would. */
export function bodyOf(chance: Chance, pairs: Pairs): Body {
  const dice = chance();
  if (dice < 0.6) return { type: "application/x-www-form-urlencoded", bytes: urlencoded(chance, pairs) };
  if (dice < 0.8) return multipart(chance, pairs, false);
  if (dice < 0.9) return multipart(chance, pairs, true);
  const type = pick(chance, [
    "application/json",
    "text/plain",
    "",
    "multipart/form-data",
    "application/xml",
    "x",
    "text/html; charset=utf-7",
  ]);
  const text = pick(chance, [
    JSON.stringify(Object.fromEntries(pairs)),
    `{"__proto__":{"x":1}}`,
    "[".repeat(5000),
    "\0\0",
    "<a>",
    "",
  ]);
  return { type, bytes: Buffer.from(text) };
}

function urlencoded(chance: Chance, pairs: Pairs): Buffer {
  const text = new URLSearchParams(
    pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
  ).toString();
  if (chance() < 0.9) return Buffer.from(text);
  return Buffer.from(
    text + pick(chance, ["&%", "&%zz=%ff", "&a=%00", "&=&=&", "&%ED%A0%80=1", "&a=\xff", ";;"]),
    "latin1",
  );
}

function multipart(chance: Chance, pairs: Pairs, broken: boolean): Body {
  const boundary = `b${Math.floor(chance() * 1e9)}`;
  const quoted = (text: string) => text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const files = chance() < 0.3 ? [fileOf(chance)] : [];
  const parts = [...pairs.map(([name, value]) => `name="${quoted(name)}"\r\n\r\n${value}\r\n`), ...files];
  let text =
    parts.map((part) => `--${boundary}\r\nContent-Disposition: form-data; ${part}`).join("") + `--${boundary}--\r\n`;
  if (broken) text = spoiled(chance, text, boundary);
  return {
    type: `multipart/form-data; boundary=${broken && chance() < 0.2 ? "" : boundary}`,
    bytes: Buffer.from(text),
  };
}

function fileOf(chance: Chance): string {
  const name = pick(chance, [
    "../../a.png",
    "a.svg",
    "x".repeat(300),
    "a.docx",
    "\u202egnp.exe",
    "a\0.png",
    "con.pdf",
    "",
  ]);
  const field = pick(chance, ["images.add", "documents.add", "file", "word", "csv"]);
  return `name="${field}"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n${pick(chance, ["", "GIF89a", "PK\x03\x04", "%PDF-1.4", "<svg/>"])}\r\n`;
}

function spoiled(chance: Chance, text: string, boundary: string): string {
  return pick(chance, [
    text.slice(0, Math.floor(text.length * chance())),
    text.replaceAll("\r\n", "\n"),
    text.replaceAll("form-data; ", ""),
    text.replaceAll(`--${boundary}`, `-${boundary}`),
    text.replaceAll('"', ""),
    `${text}--${boundary}\r\n`,
    `--${boundary}--`,
    "",
  ]);
}
