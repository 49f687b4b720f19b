import { headers } from "next/headers";
import { siteOrigin } from "#lib/http/site.ts";

/** The scheme and host of this site, for what a page says to machines that want whole addresses. */
export const readOrigin = async () => siteOrigin((await headers()).get("host"));

/** One of our paths as a whole address. */
export const wholeAddress = async (path: string) => (await readOrigin()) + path;
