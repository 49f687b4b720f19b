import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";

/** A form as the gate hands it on. */
export function posted(fields: Record<string, string>, from: string = posted.from): Request {
  const headers = { [gateHeaders.clientAddress]: from };
  return new Request("https://casebook.example/", { method: "POST", headers, body: new URLSearchParams(fields) });
}

posted.from = "203.0.113.50";
