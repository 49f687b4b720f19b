import { BeforeAfter } from "#components/catalogue/preview.tsx";
import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  changing: readonly {
    slug: string;
    title: string;
    before: readonly string[];
    after: readonly string[];
    hasDraft: boolean;
  }[];
  /** Those that cannot change, and why. */
  kept: readonly { slug: string; title: string; because: string }[];
  already: number;
  /** What the button sends. */
  fields: readonly (readonly [string, string])[];
  /** Where the choice is made again. */
  back: string;
}

/** What retagging comes to for each case study, and the button that does it. */
export function RetagPreview({ changing, kept, already, fields, back }: Props) {
  return (
    <div className="max-w-prose">
      <p className="text-h3 font-bold">{counted(changing.length, "case study changes", "case studies change")}</p>
      {already > 0 && <p className="mt-1">{counted(already, "is", "are")} so already.</p>}
      {changing.length > 0 && (
        <ul className="mt-4 border-t-[3px] border-ink">
          {changing.map(({ slug, title, before, after, hasDraft }) => (
            <li key={slug} className="border-b border-line py-2 break-words">
              <a href={paths.caseStudy(slug)}>{title}</a>
              <BeforeAfter before={before} after={after} />
              {hasDraft && (
                <span className="block text-small">It has a draft in progress that keeps its own tags.</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <section aria-labelledby="kept" className="mt-8">
          <h2 id="kept" className="mb-2 !text-h3">
            {counted(kept.length, "cannot change", "cannot change")}
          </h2>
          <ul className="border-t-[3px] border-ink">
            {kept.map(({ slug, title, because }) => (
              <li key={slug} className="border-b border-line py-2 break-words">
                <a href={paths.caseStudy(slug)}>{title}</a>: {because}.
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" action={paths.retagWrite} className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {changing.length > 0 && (
          <button type="submit" className="button">
            Retag {counted(changing.length, "case study", "case studies")}
          </button>
        )}
        <a href={back}>Choose again</a>
      </form>
    </div>
  );
}
