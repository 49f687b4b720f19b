import type { Asked, HeaderLines, Rules } from "#lib/gate/guards/asked.ts";
import { pathOf } from "#lib/gate/guards/target.ts";

/** What a mail program sends to stop letters for its reader (RFC 8058): nothing else may come from elsewhere. */
export const oneClick = "List-Unsubscribe=One-Click";

const longest = 1000;

/** Whether a form may be a mail program's one click, as far as its head goes. Its body has to say so as well. */
export function mayBeOneClick({ method, url, headers }: Asked, { oneClicks = [] }: Pick<Rules, "oneClicks">): boolean {
  if (method !== "POST" || !oneClicks.some((address) => address.test(pathOf(url)))) return false;
  return Number(headers["content-length"]?.[0] ?? "0") <= longest;
}

/** Whether a body says exactly that, in either of the two ways a form may be written. */
export function isOneClick(headers: HeaderLines, body: Buffer): boolean {
  const [type = "", ...others] = headers["content-type"] ?? [];
  if (others.length) return false;
  const text = body.toString("latin1");
  if (/^application\/x-www-form-urlencoded(?:;|$)/i.test(type.trim())) return text === oneClick;
  const [, quoted, bare] =
    /^multipart\/form-data;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+./-]{1,70}))$/i.exec(type.trim()) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return false;
  const [before, part, end, ...more] = text.split(`--${boundary}`);
  if (before !== "" || more.length > 0 || !/^--(?:\r\n)?$/.test(end ?? "")) return false;
  return /^\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n(?:Content-Type: text\/plain[^\r\n]*\r\n)?\r\nOne-Click\r\n$/i.test(
    part ?? "",
  );
}
