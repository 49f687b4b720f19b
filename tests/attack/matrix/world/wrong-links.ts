import { db } from "#lib/data/db.ts";
import { hashOf } from "#lib/data/submissions/links.ts";
import { links, type Link } from "../table/addresses.ts";
import { tokenFor, type Owned } from "./things.ts";

/** Whoever has the link to their own list, which was mailed to them, may delete everything about them as well. */
const alsoOpen: Partial<Record<Link, readonly Link[]>> = { erase: ["mine"] };

/** Links of somebody else's that open something other than a route wants, or nothing any more. */
export async function makeWrongLinks(others: Owned): Promise<(wanted: Link) => Record<string, string>> {
  const [versionId = ""] = others.versions;
  const made: Partial<Record<Link, Record<string, string>>> = {};
  for (const link of links) {
    const opens = ["mine", "erase", "signIn"].includes(link) ? { personId: others.author } : { versionId };
    const purpose = link as Parameters<typeof tokenFor>[0]["purpose"];
    const [expired, revoked] = [
      await tokenFor({ purpose, ...opens }, new Date(Date.now() - 1000)),
      await tokenFor({ purpose, ...opens }),
    ];
    made[link] = {
      "that has expired": expired,
      "of another kind": others.things.links[link === "track" ? "draft" : "track"],
    };
    await revoke(revoked);
    made[link]["that was revoked"] = revoked;
  }
  return (wanted) => ({
    ...made[wanted],
    ...Object.fromEntries(
      links
        .filter((one) => one !== wanted && !alsoOpen[wanted]?.includes(one))
        .map((one) => [`for ${one}`, others.things.links[one]]),
    ),
  });
}

async function revoke(token: string): Promise<void> {
  await db.link.update({ where: { tokenHash: hashOf(token) }, data: { revokedAt: new Date() } });
}
