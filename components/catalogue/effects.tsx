import type { ReactNode } from "react";
import { counted } from "#components/ui/words.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { isShown, type State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  affected: {
    published: readonly { slug: string; title: string; state: State }[];
    open: readonly { versionId: string; title: string; state: State }[];
    drafts: number;
  };
  /** What becomes of them, after their number: "come under another name". */
  become: string;
  /** Addresses that will lead to others: paths. */
  leading?: readonly { from: string; to: string }[];
  children?: ReactNode;
}

/** As many as a page can carry. */
const most = 100;

/** What a change comes to, before it is made. */
export function Effects({ affected: { published, open, drafts }, become, leading = [], children }: Props) {
  return (
    <section aria-labelledby="effects" className="mb-8 max-w-prose border-l-[6px] border-mark bg-wash px-5 py-4">
      <h2 id="effects" className="!text-h3">
        What changes
      </h2>
      <div className="prose mt-2">{children}</div>
      <Titles
        heading={`${counted(published.length, "published case study", "published case studies")} ${become}`}
        rows={published.map(({ slug, title, state }) => ({ path: paths.caseStudy(slug), title, state }))}
      />
      <Titles
        heading={`${counted(open.length, "case study", "case studies")} on the way to publication ${become}`}
        rows={open.map(({ versionId, title, state }) => ({ path: paths.review(versionId), title, state }))}
      />
      {drafts > 0 && <p className="mt-2">{counted(drafts, "draft", "drafts")} still with their authors as well.</p>}
      {leading.length > 0 && (
        <>
          <h3 className="mt-4 !text-body">{counted(leading.length, "address leads", "addresses lead")} elsewhere</h3>
          <ul className="mt-1 text-small">
            {leading.map(({ from, to }) => (
              <li key={from} className="break-words">
                {from} leads to {to}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Titles({
  heading,
  rows,
}: {
  heading: string;
  rows: readonly { path: string; title: string; state: State }[];
}) {
  if (!rows.length) return <p className="mt-2">{heading}.</p>;
  return (
    <details className="mt-2">
      <summary className="py-1">{heading}</summary>
      <ul className="mt-1 mb-2 list-disc pl-5 text-small">
        {rows.slice(0, most).map(({ path, title, state }) => (
          <li key={path} className="py-0.5">
            <a href={path} className="inline-block py-0.5">
              {title || "No title yet"}
            </a>
            {!isShown(state) && <span className="text-soft"> ({stateNames[state]})</span>}
          </li>
        ))}
      </ul>
      {rows.length > most && <p className="text-small">These are the first {most}.</p>}
    </details>
  );
}
