import { lasting, shortened } from "#components/ui/words.ts";
import { isProblem, problemName } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  caseStudyId: string;
  /** The oldest first. */
  open: readonly { id: string; kind: string; text: string; at: Date }[];
  now: Date;
}

/** What readers suggest or report about a case study that nobody has settled, for whoever has it on their desk. */
export function ReadersSay({ caseStudyId, open, now }: Props) {
  if (!open.length) return null;
  return (
    <section aria-labelledby="readers" className="mb-8 max-w-[60rem] border-l-[6px] border-mark bg-wash px-5 py-4">
      <h2 id="readers" className="!text-h3">
        Readers say
      </h2>
      <ul className="mt-2">
        {open.map(({ id, kind, text, at }) => (
          <li key={id} className="py-1">
            <b>{isProblem(kind) ? `Problem, ${problemName(kind).toLowerCase()}` : "Suggestion"}</b>
            <span className="text-soft">, waiting for {lasting(at, now)}:</span> {shortened(text)}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={paths.suggestionsAbout(caseStudyId)}>Read and settle them</a>
      </p>
    </section>
  );
}
