import { counted, figure } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

export interface Previewed {
  changed: readonly { slug: string; title: string; before: readonly string[]; after: readonly string[] }[];
  counts: readonly { id: string; name: string; before: number; after: number }[];
  moved: readonly { slug: string; from: string | null; to: string | null }[];
  drafts: number;
  submissions: number;
}

interface Props {
  plan: Previewed;
  /** The address of something in the list, by its slug. */
  to: (slug: string) => string;
}

const mostShown = 100;

/** Everything that a change of a list comes to, before it is made. */
export function Preview({ plan: { changed, counts, moved, drafts, submissions }, to }: Props) {
  return (
    <div className="my-8 max-w-prose border-t-[3px] border-ink pt-4">
      <h2 className="mb-3 !text-h3">What this changes</h2>
      <p>
        {changed.length
          ? `${counted(changed.length, "published case study shows", "published case studies show")} something else.`
          : "No published case study shows anything else."}{" "}
        {inProgress(drafts, submissions)}
      </p>
      {changed.length > 0 && <Changed changed={changed} />}
      {counts.length > 0 && <Counts counts={counts} />}
      {moved.length > 0 && <Moved moved={moved} to={to} />}
    </div>
  );
}

function inProgress(drafts: number, submissions: number): string {
  if (!drafts && !submissions) return "";
  const both = [
    ...(drafts ? [counted(drafts, "draft", "drafts")] : []),
    ...(submissions ? [counted(submissions, "submission with the editors", "submissions with the editors")] : []),
  ];
  return `${both.join(" and ")} ${drafts + submissions === 1 ? "names" : "name"} it too.`;
}

function Changed({ changed }: Pick<Previewed, "changed">) {
  return (
    <details className="mt-3">
      <summary className="py-1 text-link underline underline-offset-4">
        {changed.length > mostShown ? `The first ${mostShown} by title` : "Which they are"}
      </summary>
      <ul className="mt-2">
        {changed.slice(0, mostShown).map(({ slug, title, before, after }) => (
          <li key={slug} className="border-b border-line py-2">
            <a href={paths.caseStudy(slug)}>{title}</a>
            <BeforeAfter before={before} after={after} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What something has, and what it will have. */
export function BeforeAfter({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  return (
    <span className="block text-small text-soft">
      {before.join(", ") || "None"}
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> becomes </span>
      {after.join(", ") || "none"}
    </span>
  );
}

function Counts({ counts }: Pick<Previewed, "counts">) {
  return (
    <table className="mt-5 w-full text-left">
      <caption className="pb-1 text-left font-bold">Case studies listed under each</caption>
      <thead>
        <tr className="border-b border-ink">
          <th scope="col" className="py-1 pr-4 font-normal text-soft">
            Name
          </th>
          <th scope="col" className="py-1 pr-4 text-right font-normal text-soft">
            Now
          </th>
          <th scope="col" className="py-1 text-right font-normal text-soft">
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ id, name, before, after }) => (
          <tr key={id} className="border-b border-line">
            <th scope="row" className="py-1 pr-4 font-normal break-words">
              {name}
            </th>
            <td className="py-1 pr-4 text-right tabular-nums">{figure(before)}</td>
            <td className="py-1 text-right tabular-nums">{figure(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moved({ moved, to }: Pick<Previewed, "moved"> & Pick<Props, "to">) {
  return (
    <>
      <h3 className="mt-5 mb-1 font-bold">Addresses</h3>
      <ul className="break-words">
        {moved.map(({ slug, from, to: end }) => (
          <li key={slug}>{led(to, slug, from, end)}</li>
        ))}
      </ul>
      <p className="mt-1 text-small text-soft">
        Lists, feeds, the API, alerts and numbers of older addresses follow in the same way.
      </p>
    </>
  );
}

function led(to: (slug: string) => string, slug: string, from: string | null, end: string | null): string {
  if (end === null) return `${to(slug)} is gone.`;
  const before =
    from === null ? "" : from === slug ? ", which had a page of its own" : `, and no longer to ${to(from)}`;
  if (end === slug)
    return `${to(slug)} is a page${from === null ? "" : ` of its own, and no longer leads to ${to(from)}`}.`;
  return `${to(slug)} leads to ${to(end)}${from === slug ? "" : before}.`;
}
