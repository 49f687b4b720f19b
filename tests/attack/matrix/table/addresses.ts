import type { Row } from "./row.ts";

/** What stands in an address for each of its parts in brackets. Links are by what they open. */
export interface Things {
  links: Record<Link, string>;
  /** A version that is being reviewed, and what belongs to it. */
  version: string;
  caseStudy: string;
  check: string;
  /** What belongs to a draft. */
  file: string;
  reading: string;
  /** What everybody may know of. */
  slug: string;
  council: string;
  collection: string;
  /** What the editors keep. */
  change: string;
  import: string;
}

export const links = ["draft", "confirm", "track", "mine", "erase", "signIn", "alert", "enquiry", "factCheck"] as const;
export type Link = (typeof links)[number];

/** Whether a route opens to a link. */
export const isLink = (opens: Row[2]): opens is Link => (links as readonly string[]).includes(opens);

const terms: Record<string, string> = { topics: "buses", "support-types": "grant-funding" };

/** The address of a route for some things. Throws for a part that nothing stands for. */
export function addressOf([, route, opens]: Row, things: Things): string {
  const address = route.replace(/\[(\w+)\]/g, (whole, part: string, at: number) => {
    if (part === "token" && isLink(opens)) return things.links[opens];
    const value = valueOf(part, route.slice(0, at), route.slice(at + whole.length), things);
    if (value === undefined) throw new Error(`Nothing stands for ${part} in ${route}`);
    return value;
  });
  return address;
}

function valueOf(part: string, before: string, after: string, things: Things): string | undefined {
  const [place = ""] = before.split("/").slice(-2);
  if (part === "id") return before.includes("/change/") ? terms["topics"] : ownId(before, things);
  if (part === "slug") return slugIn(place, things);
  const values: Record<string, string> = {
    ...{ draft: things.links.draft, reading: things.reading, file: things.file, check: things.check },
    ...{
      caseStudyId: things.caseStudy,
      change: things.change,
      section: after.includes("attach") ? "images" : "challenge",
    },
    ...{ width: before.startsWith("/files") ? "480" : "0", position: "0", move: "decline", list: "topics" },
    ...{
      report: "months",
      part: "1.xml",
      status: "404",
      name: before.startsWith("/files") ? "bus.jpg" : "casebook.csv",
    },
  };
  return values[part];
}

function ownId(before: string, { version, file, council, collection, ...things }: Things): string | undefined {
  const ids: [string, string][] = [
    ["/editor/review/", version],
    ["/editor/imports/", things.import],
    ["/editor/catalogue/collections/", collection],
    ["/editor/catalogue/councils/", council],
    ["/submit/", file],
    ["/files/", file],
    ["/mailbox/", version],
  ];
  return ids.find(([beginning]) => before.startsWith(beginning))?.[1];
}

const slugIn = (list: string, { slug, council, collection }: Things): string | undefined =>
  ({ ...terms, "case-studies": slug, councils: council, collections: collection })[list];

const uuid = "00000000-0000-4000-8000-000000000000";
const sample: Things = {
  links: Object.fromEntries(links.map((link) => [link, "x".repeat(43)])) as Things["links"],
  ...{ version: uuid, caseStudy: uuid, check: uuid, file: uuid, reading: uuid },
  ...{ slug: "a-case-study", council: "a-council", collection: "a-collection", change: uuid, import: uuid },
};

/** An address of the shape of a route's. */
export const sampleOf = (route: string): string =>
  addressOf(["GET", route, route.includes("[token]") ? "track" : "anyone"], sample);
