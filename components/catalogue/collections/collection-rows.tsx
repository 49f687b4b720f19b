import { Dotted } from "#components/ui/dotted.tsx";
import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Row {
  id: string;
  name: string;
  retiredAt: Date | null;
  held: number;
  published: number;
}

/** The collections in their order, each with what it holds and the buttons that move it. */
export function CollectionRows({ collections, basedOn }: { collections: readonly Row[]; basedOn: string }) {
  return (
    <ol aria-labelledby="collections" className="[list-style-type:'']">
      {collections.map(({ id, name, retiredAt, held, published }, index) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <div className="min-w-0">
            <a href={paths.editCollection(id)} className="inline-block py-0.5 font-bold break-words">
              {name}
            </a>
            <p className="text-small text-soft">
              <Dotted>
                {counted(held, "case study", "case studies")}
                {held !== published && `${published} published`}
                {retiredAt && "retired"}
              </Dotted>
            </p>
          </div>
          <form method="post" action={`${paths.editCollections}/move`} className="flex gap-x-4 text-small">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="name" value={name} />
            <input type="hidden" name="basedOn" value={basedOn} />
            {index > 0 && <Move how="up" name={name} />}
            {index < collections.length - 1 && <Move how="down" name={name} />}
          </form>
        </li>
      ))}
    </ol>
  );
}

/** A button that moves something by one place. */
export function Move({ how, name }: { how: "up" | "down"; name: string }) {
  return (
    <button type="submit" name="how" value={how} className="link-button">
      Move<span className="sr-only"> {name}</span> {how}
    </button>
  );
}
