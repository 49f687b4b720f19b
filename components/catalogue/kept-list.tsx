import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Row {
  id: string;
  name: string;
  parentId: string | null;
  retiredAt: string | null;
  count: number;
}

/** What every line of the list looks like, said once: there are dozens. */
const looks =
  "border-t-[3px] border-ink max-w-[40rem] [&_ol]:pl-6 [&_li]:[list-style-type:''] [&>li]:border-b [&>li]:border-line [&>li]:py-1 " +
  "[&_div]:flex [&_div]:flex-wrap [&_div]:items-baseline [&_div]:gap-x-4 [&_p]:min-w-0 [&_p]:grow [&_p]:py-1 [&_p]:break-words " +
  "[&_small]:text-small [&_small]:text-soft [&_button]:min-h-6 [&_button]:min-w-6 [&_button]:text-small [&>li>div>p>a]:font-bold";

/** A list as editors keep it: each with how many case studies it has, its place, and the way to change it. One form orders them all. */
export function KeptList({ rows, list, labelledBy }: { rows: readonly Row[]; list: string; labelledBy: string }) {
  const children = (parent: string | null) => rows.filter(({ parentId }) => parentId === parent);
  return (
    <form method="post" action={paths.catalogueWrite(list)}>
      <ol aria-labelledby={labelledBy} className={looks}>
        {children(null).map((row, place, beside) => (
          <li key={row.id}>
            <Line row={row} list={list} first={place === 0} last={place === beside.length - 1} />
            {children(row.id).length > 0 && (
              <ol>
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
  const { id, name, retiredAt, count } = row;
  return (
    <div>
      <p>
        <a href={paths.catalogueTerm(list, id)}>{name}</a>{" "}
        <small>
          {counted(count, "case study", "case studies")}
          {retiredAt !== null && ", retired"}
        </small>
      </p>
      {!first && <Order id={id} name={name} way="up" />}
      {!last && <Order id={id} name={name} way="down" />}
    </div>
  );
}

function Order({ id, name, way }: { id: string; name: string; way: "up" | "down" }) {
  return (
    <button type="submit" name="order" value={`${way}:${id}`} className="link-button">
      {way === "up" ? "Up" : "Down"}
      <span className="sr-only">: {name}</span>
    </button>
  );
}
