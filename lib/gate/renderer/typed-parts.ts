import type { IncomingMessage } from "node:http";
import { Busboy, type BusboyInstance } from "@fastify/busboy";

const most = { fieldSize: 512 * 1024, fields: 600, headerPairs: 30 };
const mostText = 1024 * 1024;

/**
 * Keeps what was typed into a form with files while it passes, so that it can be given back; nothing of the files. To be begun
 * before anything of the form is read.
 *
 * @returns a function that gives it once the form has come, coded as a form without files is; undefined where there was too much, or it broke off
 */
export function keepTyped(form: IncomingMessage): () => Promise<Buffer | undefined> {
  const typed = new URLSearchParams();
  let length = 0;
  let whole = true;
  const parser = parserFor(form.headers["content-type"] ?? "");
  if (!parser) return async () => undefined;
  const done = new Promise<void>((resolve) => {
    const giveUp = () => {
      whole = false;
      resolve();
    };
    parser.on("field", (name, value, nameCut, valueCut) => {
      length += name.length + value.length;
      if (nameCut || valueCut || length > mostText) giveUp();
      else typed.append(name, value);
    });
    parser.on("file", (_name, stream) => void stream.on("error", () => undefined).resume());
    parser.on("fieldsLimit", giveUp);
    parser.on("error", giveUp);
    parser.once("finish", resolve);
    form.once("end", () => parser.end());
    form.once("close", () => form.complete || giveUp());
  });
  // A listener of its own makes pieces come at once: it waits until whoever passes them on takes them.
  form.once("resume", () => form.on("data", (piece: Buffer) => void (whole && parser.write(piece))));
  return async () => {
    await done;
    return whole ? Buffer.from(typed.toString()) : undefined;
  };
}

/** Null where the head does not say how the form is divided. */
function parserFor(type: string): BusboyInstance | null {
  try {
    return new Busboy({ headers: { "content-type": type }, limits: most });
  } catch {
    return null;
  }
}
