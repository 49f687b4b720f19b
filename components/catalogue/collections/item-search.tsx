import { Status } from "#components/ui/status.tsx";
import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  id: string;
  looked: string;
  candidates: readonly { id: string; title: string; councilName: string }[];
  total: number;
  /** Ids of what the collection holds already. */
  held: readonly string[];
}

/** Finds published case studies by their title or address, and puts them in. */
export function ItemSearch({ id, looked, candidates, total, held }: Props) {
  return (
    <section aria-labelledby="put" className="mt-12">
      <h2 id="put" className="mb-3 !text-h3">
        Put a case study in
      </h2>
      <form action={`${paths.editCollection(id)}#put`} method="get" role="search" className="max-w-[36rem]">
        <label htmlFor="q" className="mb-1 block font-bold">
          Words of its title, or the address of its page
        </label>
        <div className="flex">
          <input id="q" name="q" type="search" defaultValue={looked} className="field min-w-0 border-r-0" />
          <button type="submit" className="button shrink-0">
            Find
          </button>
        </div>
      </form>
      {looked && (
        <Status className="mt-4">
          {total
            ? `${counted(total, "published case study", "published case studies")} found.`
            : "Nothing published has that title or address."}
          {total > candidates.length && ` These are the first ${candidates.length}: give more of the title.`}
        </Status>
      )}
      {candidates.length > 0 && (
        <ul aria-label="Found" className="mt-2 border-t border-line">
          {candidates.map(({ id: caseStudyId, title, councilName }) => (
            <li
              key={caseStudyId}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3"
            >
              <div className="min-w-0 max-w-prose">
                <p className="break-words">{title}</p>
                <p className="text-small text-soft">{councilName}</p>
              </div>
              {held.includes(caseStudyId) ? (
                <p className="text-small text-soft">In it already</p>
              ) : (
                <form method="post" action={`${paths.editCollection(id)}/arrange`}>
                  <input type="hidden" name="caseStudy" value={caseStudyId} />
                  <input type="hidden" name="title" value={title} />
                  <input type="hidden" name="q" value={looked} />
                  <button type="submit" name="how" value="put" className="button">
                    Put in<span className="sr-only"> {title}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
