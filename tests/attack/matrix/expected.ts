import type { Answer } from "./asking/ask.ts";
import type { Caller } from "./world/callers.ts";
import { isLink } from "./table/addresses.ts";
import { statusOf, type Row } from "./table/row.ts";
import type { Transport } from "./asking/transports.ts";

/** Whether the guard of a route lets somebody pass, as far as sessions say. Links open by themselves, whoever has them. */
export function mayPass([, , opens]: Row, { stands }: Caller): boolean {
  if (opens === "administrator") return stands === "administrator";
  if (opens === "editor") return stands === "editor" || stands === "administrator";
  if (opens === "visitor") return stands !== "none";
  if (opens === "stranger") return stands === "none";
  return opens !== "nowhere";
}

/** How the site answers somebody who asks in the way of its own pages, through the gate. */
export function statusFor(row: Row, caller: Caller): number {
  const [method, , opens] = row;
  if (opens === "nowhere") return 404;
  // What a whole session makes needless leads on.
  if (opens === "visitor" && method === "GET" && caller.stands !== "half") return 303;
  if (mayPass(row, caller)) return statusOf(row);
  if (opens === "visitor" || opens === "stranger") return 303;
  const isSomebody = caller.stands === "contributor" || caller.stands === "editor";
  return isSomebody ? 403 : method === "GET" ? 303 : 401;
}

/** Whether an answer refuses, of whatever kind it is. A page in the framework's own coding says so within; a prefetch of one holds no page. */
export function refuses({ status, headers, text }: Answer, { name }: Transport): boolean {
  if (refusals.includes(status)) return true;
  // Below a part in brackets it is an address of its own, which opens to no such link.
  if (name === ".rsc" && text.includes("This link cannot be used")) return true;
  if (status !== 200 || !headers["content-type"]?.startsWith("text/x-component")) return false;
  return /NEXT_HTTP_ERROR_FALLBACK;40[134]/.test(text) || name.startsWith("prefetch");
}

const refusals = [400, 401, 403, 404, 405];

/** Whether a route has a guard that sessions or roles can fail. */
export const isGuarded = ([, , opens]: Row): boolean => !isLink(opens) && opens !== "anyone" && opens !== "nowhere";
