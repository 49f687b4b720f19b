import { Fragment } from "react";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { paths, type ListingFormat } from "#lib/http/paths.ts";

const formats: { format: ListingFormat; name: string }[] = [
  { format: "atom", name: "Feed" },
  { format: "json", name: "JSON" },
  { format: "csv", name: "Spreadsheet (CSV)" },
];
const types = { atom: "application/atom+xml", json: "application/feed+json", csv: "text/csv" };

interface Props {
  query: ListingQuery;
}

/** The same list for other programs, as readers find it at its end. */
export function OtherDress({ query }: Props) {
  return (
    <p className="no-print mt-8 text-small">
      Take this list with you:{" "}
      {linksTo(query).map(({ format, name, href }, index) => (
        <Fragment key={format}>
          {index > 0 && ", "}
          <a href={href}>{name}</a>
        </Fragment>
      ))}
    </p>
  );
}

/**
 * The same for machines, in the head of the page.
 *
 * @param indexed whether machines are shown this list; of any other they are told of the feed alone, to which the rest is near
 */
export function DressLinks({ query, indexed }: Props & { indexed: boolean }) {
  return linksTo(query)
    .slice(0, indexed ? formats.length : 1)
    .map(({ format, name, href }) => (
      <link key={format} rel="alternate" type={types[format]} title={indexed ? name : undefined} href={href} />
    ));
}

/**
 * The feed of a list in the head of a page about what it is a list of, so that a feed reader takes that page's address.
 *
 * @param of what new case studies are of, as readers call the feed
 */
export function FeedLink({ query, of }: Props & { of: string }) {
  return <link rel="alternate" type={types.atom} title={`Case studies: ${of}`} href={addressAs("atom", query)} />;
}

const linksTo = (query: ListingQuery) => formats.map((one) => ({ ...one, href: addressAs(one.format, query) }));

/** Whoever follows a feed wants what is new, however the list that they found it on is sorted; a file is that list. */
const addressAs = (format: ListingFormat, query: ListingQuery) =>
  paths.listingAs(format, { ...query, ...orderOf(format), page: 1 });
const orderOf = (format: ListingFormat) => (format === "csv" ? {} : ({ sort: "newest" } as const));
