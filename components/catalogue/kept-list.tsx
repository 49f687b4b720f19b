import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Row {
  id: string;
  name: string;
  parentId: string | null;
  retiredAt: string | null;
  count: number;
}

/** A list as editors keep it: each with how many case studies it has, its place, and the way to change it. One form orders them all. */
export function KeptList({ rows, list, labelledBy }: { rows: readonly Row[]; list: string; labelledBy: string }) {
  const children = (parent: string | null) => rows.filter(({ parentId }) => parentId === parent);
  return (
    <form method="post" action={paths.catalogueWrite(list)}>
      <ol aria-labelledby={labelledBy} className="border-t-[3px] border-ink [list-style-type:'']">
        {children(null).map((row, place, beside) => (
          <li key={row.id} className="border-b border-line py-1">
            <Line row={row} list={list} first={place === 0} last={place === beside.length - 1} />
            {children(row.id).length > 0 && (
              <ol className="pl-6 [list-style-type:'']">
                {children(row.id).map((child, within, all) => (
                  <li key={child.id}>
                    <Line row={child} list={list} first={within === 0} last={within === all.length - 1} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </form>
  );
}

function Line({ row, list, first, last }: { row: Row; list: string; first: boolean; last: boolean }) {
  const { id, name, parentId, retiredAt, count } = row;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <p className="min-w-0 py-1 break-words">
        <a href={paths.catalogueTerm(list, id)} className={parentId === null ? "font-bold" : ""}>
          {name}
        </a>{" "}
        <span className="text-small text-soft">
          {counted(count, "case study", "case studies")}
          {retiredAt !== null && " · retired"}
        </span>
      </p>
      <p className="flex gap-x-4 text-small">
        {!first && <Order id={id} name={name} way="up" />}
        {!last && <Order id={id} name={name} way="down" />}
      </p>
    </div>
  );
}

function Order({ id, name, way }: { id: string; name: string; way: "up" | "down" }) {
  return (
    <button type="submit" name="order" value={`${way}:${id}`} className="link-button min-h-6">
      {way === "up" ? "Up" : "Down"}
      <span className="sr-only">: {name}</span>
    </button>
  );
}
