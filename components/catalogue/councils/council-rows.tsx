import { Dotted } from "#components/ui/dotted.tsx";
import { counted, longDate } from "#components/ui/words.ts";
import { councilTypeName } from "#lib/domain/councils.ts";
import { paths } from "#lib/http/paths.ts";

interface Row {
  id: string;
  name: string;
  type: string;
  endedOn: Date | null;
  mergedInto: string | null;
  published: number;
}

/** Councils that were found, each with what it is and what it has published. */
export function CouncilRows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul aria-labelledby="found">
      {rows.map(({ id, name, type, endedOn, mergedInto, published }) => (
        <li key={id} className="border-b border-line py-3">
          <a href={paths.editCouncil(id)} className="inline-block py-0.5 font-bold break-words">
            {name}
          </a>
          <p className="text-small text-soft">
            <Dotted>
              {councilTypeName(type)}
              {published > 0 && counted(published, "case study", "case studies")}
              {endedOn && `ended ${longDate(endedOn)}`}
              {mergedInto && `merged into ${mergedInto}`}
            </Dotted>
          </p>
        </li>
      ))}
    </ul>
  );
}
