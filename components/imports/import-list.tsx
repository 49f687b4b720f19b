import { counted, figure, longDate } from "#components/ui/words.ts";
import { stageWords } from "#lib/domain/imports/words.ts";
import type { Counts } from "#lib/domain/imports/findings.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  imports: readonly {
    id: string;
    fileName: string;
    source: string;
    stage: string;
    publish: boolean;
    counts: Counts;
    createdAt: Date;
    person: { name: string; email: string } | null;
  }[];
}

/** What has been imported, by whom, and what became of it. */
export function ImportList({ imports }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {imports.map(({ id, fileName, source, stage, publish, counts, createdAt, person }) => (
        <li key={id} className="py-3">
          <p>
            <a href={paths.importReport(id)} className="font-bold [overflow-wrap:anywhere]">
              {fileName}
            </a>{" "}
            <span className="text-soft">from {source}</span>
          </p>
          <p className="text-small text-soft">
            {stageWords[stage] ?? stage}
            {publish && ", published"} · {longDate(createdAt)}
            {person && ` · ${person.name || person.email}`}
          </p>
          <p className="text-small text-soft">
            {counted(counts.new, "new row", "new rows")}, {figure(counts.changed)} changed, {figure(counts.unchanged)}{" "}
            unchanged, {figure(counts.wrong)} wrong
          </p>
        </li>
      ))}
    </ul>
  );
}
