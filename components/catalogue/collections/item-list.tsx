import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { isShown, type State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { Move } from "./collection-rows.tsx";

interface Item {
  id: string;
  slug: string | null;
  title: string;
  state: State;
}

interface Props {
  id: string;
  items: readonly Item[];
  /** What is searched for beside it, which stays. */
  looked: string;
  /** Says what it held when it was read, in which order. */
  basedOn: string;
  changeable: boolean;
}

/** What a collection holds, in the order of its page. */
export function ItemList({ id, items, looked, basedOn, changeable }: Props) {
  if (!items.length) return <p className="pt-4">It holds nothing yet. Find case studies below and put them in.</p>;
  return (
    <ol aria-labelledby="items" className="[list-style-type:'']">
      {items.map((item, index) => (
        <li
          key={item.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <div className="min-w-0 max-w-prose">
            {isShown(item.state) && item.slug ? (
              <a href={paths.caseStudy(item.slug)} className="inline-block py-0.5 break-words">
                {item.title}
              </a>
            ) : (
              <>
                <span className="break-words">{item.title || "No title yet"}</span>
                <p className="text-small text-soft">{stateNames[item.state]}: readers do not see it here</p>
              </>
            )}
          </div>
          {changeable && (
            <form
              method="post"
              action={`${paths.editCollection(id)}/arrange`}
              className="flex flex-wrap gap-x-4 text-small"
            >
              <input type="hidden" name="caseStudy" value={item.id} />
              <input type="hidden" name="title" value={item.title} />
              <input type="hidden" name="basedOn" value={basedOn} />
              {looked && <input type="hidden" name="q" value={looked} />}
              {index > 0 && <Move how="up" name={item.title} />}
              {index < items.length - 1 && <Move how="down" name={item.title} />}
              <button type="submit" name="how" value="take-out" className="link-button">
                Take out<span className="sr-only"> {item.title}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}
