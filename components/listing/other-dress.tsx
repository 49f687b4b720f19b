import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { paths, type ListingFormat } from "#lib/http/paths.ts";

const formats: { format: ListingFormat; name: string; type: string; title: string }[] = [
  { format: "atom", name: "Feed", type: "application/atom+xml", title: "This list as an Atom feed" },
  { format: "json", name: "JSON", type: "application/feed+json", title: "This list as a JSON feed" },
  { format: "csv", name: "Spreadsheet (CSV)", type: "text/csv", title: "This list as a spreadsheet" },
];

/** The same list for other programs, for readers at its end and for machines in the head of the page. */
export function OtherDress({ query }: { query: ListingQuery }) {
  const links = formats.map((one) => ({ ...one, href: paths.listingAs(one.format, { ...query, page: 1 }) }));
  return (
    <>
      {links.map(({ format, type, title, href }) => (
        <link key={format} rel="alternate" type={type} title={title} href={href} />
      ))}
      <section aria-labelledby="other-dress" className="no-print mt-10 border-t border-line pt-4 text-small">
        <h2 id="other-dress" className="!text-small !tracking-normal">
          Take this list with you
        </h2>
        <ul className="mt-1 flex flex-wrap gap-x-6">
          {links.map(({ format, type, name, href }) => (
            <li key={format}>
              <a href={href} type={type} className="inline-block py-0.5">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
