import { paths } from "#lib/http/paths.ts";

interface Props {
  columns: readonly { name: string; says: string }[];
}

const example = `reference,title,council,summary,topics,outcome,measures
CS-1,Weekend buses shared by three harbour towns,Dorset Council,One late timetable for twelve weekends.,Buses; High streets,worked,"Weekend passengers; 300; 1,140; people"`;

/** Which columns there are and how cells are written. */
export function ColumnHelp({ columns }: Props) {
  return (
    <>
      <div className="max-w-prose">
        <p>
          The first row names the columns, in any order; a column that is left out changes nothing. Names of questions
          are understood as well as these, so what this site gives as CSV or JSON can be imported again.{" "}
          <a href={paths.importColumns}>Download an empty CSV file with all of them</a>
        </p>
        <ul className="mt-3 list-disc pl-6">
          <li>Several values in one cell have semicolons between them: “Libraries; Arts”.</li>
          <li>
            A measure is “name; before; after; unit”, one a line; a link is its title and its address, one a line.
          </li>
          <li>A month is 2024-02, 2/2024 or February 2024. Long answers are Markdown.</li>
          <li>
            A reference never changes: with the name of the source it tells that a row has come before. A signpost
            without one is known by where it leads.
          </li>
          <li>In JSON, give a list of objects with the same names, or one object a line; several values are a list.</li>
          <li>
            Pictures and documents are added on the site afterwards. Excel saves what is needed as “CSV UTF-8”;
            semicolons or tabs between cells are understood too.
          </li>
        </ul>
        <p className="mt-4">For example:</p>
        <pre tabIndex={0} className="mt-2 overflow-x-auto border-l-4 border-line pl-4 text-small">
          {example}
        </pre>
      </div>
      <dl className="mt-6 max-w-prose divide-y divide-line border-y border-line text-small">
        {columns.map(({ name, says }) => (
          <div key={name} className="grid gap-x-6 py-2 tablet:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="font-bold [overflow-wrap:anywhere]">{name}</dt>
            <dd className="text-soft">{says}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
