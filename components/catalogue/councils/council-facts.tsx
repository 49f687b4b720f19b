import type { ReactNode } from "react";
import { counted, longDate } from "#components/ui/words.ts";
import { councilTypeName, ruralUrbanName, sizeBandName } from "#lib/domain/councils.ts";
import { paths } from "#lib/http/paths.ts";

interface Named {
  id: string;
  name: string;
}

interface Props {
  shortName: string;
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
  endedOn: Date | null;
  predecessors: readonly Named[];
  successors: readonly Named[];
  merged: readonly Named[];
  slug: string;
  formerSlugs: readonly string[];
  speakers: number;
  published: number;
}

/** What is known of a council. */
export function CouncilFacts(council: Props) {
  const { predecessors, successors, merged, formerSlugs } = council;
  const rows: [string, ReactNode][] = [
    ["Called", council.shortName],
    ["Type", councilTypeName(council.type) ?? council.type],
    ["Nation or region", council.region ?? council.nation],
    ["Size", sizeBandName(council.sizeBand) ?? "Not known"],
    ["Town and country", ruralUrbanName(council.ruralUrban) ?? "Not known"],
    ["Before it", predecessors.length ? <Links councils={predecessors} /> : "None known"],
    ["After it", successors.length ? <Links councils={successors} /> : "None"],
    ["Ended", council.endedOn ? longDate(council.endedOn) : "No"],
    ["Published", counted(council.published, "case study", "case studies")],
    ["Speak for it", counted(council.speakers, "person", "people")],
    ["Address", paths.council(council.slug)],
    ...(formerSlugs.length ? [["Led here from", formerSlugs.map(paths.council).join(", ")] as [string, string]] : []),
    ...(merged.length ? [["Stands for", <Links key="merged" councils={merged} />] as [string, ReactNode]] : []),
  ];
  return (
    <dl className="mb-8 max-w-prose">
      {rows.map(([term, value]) => (
        <div key={term} className="grid gap-x-6 border-b border-line py-2 tablet:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-bold">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Links({ councils }: { councils: readonly Named[] }) {
  return (
    <ul>
      {councils.map(({ id, name }) => (
        <li key={id}>
          <a href={paths.editCouncil(id)} className="inline-block py-0.5">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
