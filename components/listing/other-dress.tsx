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
  /** Whether machines are shown this list. Of any other they are told of the feed alone, to which the rest is near. */
  indexed: boolean;
}

/** The same list for other programs, for readers at its end and for machines in the head of the page. */
export function OtherDress({ query, indexed }: Props) {
  const links = formats.map((one) => ({ ...one, href: paths.listingAs(one.format, { ...query, page: 1 }) }));
  return (
    <>
      {links.slice(0, indexed ? links.length : 1).map(({ format, name, href }) => (
        <link key={format} rel="alternate" type={types[format]} title={indexed ? name : undefined} href={href} />
      ))}
      <p className="no-print mt-8 text-small">
        Take this list with you:{" "}
        {links.map(({ format, name, href }, index) => (
          <Fragment key={format}>
            {index > 0 && ", "}
            <a href={href}>{name}</a>
          </Fragment>
        ))}
      </p>
    </>
  );
}
