import { request, type IncomingHttpHeaders } from "node:http";
import { Parser } from "htmlparser2";
import type { Body, Pairs } from "./bodies.ts";

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Form {
  action: string;
  fields: Pairs;
}

/** Asks as a proxy would for somebody whom nobody has seen before, so that no limit by address is met. Status 0: no whole answer. */
export function createVisitor(port: number) {
  let number = 0;
  return function visit(path: string, { cookie = "", body }: { cookie?: string; body?: Body } = {}): Promise<Reply> {
    number += 1;
    const headers: Record<string, string | number> = {
      "x-forwarded-for": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
      ...(cookie && { cookie }),
      ...(body && { "content-type": body.type, "content-length": body.bytes.length, "sec-fetch-site": "same-origin" }),
    };
    return new Promise((resolve) => {
      const none = () => resolve({ status: 0, headers: {}, text: "" });
      const options = { host: "127.0.0.1", port, path, headers, method: body ? "POST" : "GET", timeout: 20_000 };
      // A redirect repeats the query it was sent, however long.
      const asked = request({ ...options, maxHeaderSize: 192 * 1024 }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk: Buffer) => chunks.push(chunk));
        reply.on("error", none);
        reply.on("end", () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      });
      asked.on("timeout", () => asked.destroy());
      asked.on("error", none);
      asked.end(body?.bytes);
    });
  };
}

export type Visit = ReturnType<typeof createVisitor>;

/** Every form of a page that is posted, with all that it would send. */
export function formsIn(html: string): Form[] {
  const forms: Form[] = [];
  let open: Form | undefined;
  const parser = new Parser({
    onopentag(tag, { method, action = "", name, value = "" }) {
      if (tag === "form") open = method === "post" ? { action, fields: [] } : undefined;
      if (open && tag === "form") forms.push(open);
      if (open && name && ["input", "textarea", "select", "button"].includes(tag)) open.fields.push([name, value]);
    },
    onclosetag(tag) {
      if (tag === "form") open = undefined;
    },
  });
  parser.end(html);
  return forms;
}

/** What stands in a text box of a page; null where it has none of that name. */
export function boxIn(html: string, name: string): string | null {
  let text: string | null = null;
  let inside = false;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag !== "textarea" || attributes["name"] !== name) return;
      [inside, text] = [true, ""];
    },
    ontext(more) {
      if (inside) text += more;
    },
    onclosetag(tag) {
      if (tag === "textarea") inside = false;
    },
  });
  parser.end(html);
  // A browser leaves out the first line end.
  return (text as string | null)?.replace(/^\n/, "") ?? null;
}
