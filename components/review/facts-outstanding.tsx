import { Notice } from "#components/ui/notice.tsx";
import type { FactCheck } from "./fact-checks.tsx";

interface Props {
  checks: readonly FactCheck[];
  /** Of the text that is about to be settled. */
  latestRevision: number;
  /** Where their own words are. */
  words: string;
}

/** Says before a text is settled what people outside have not answered yet, or would have changed. */
export function FactsOutstanding({ checks, latestRevision, words }: Props) {
  const open = checks.filter(({ standing }) => standing === "open");
  const wrong = checks.filter(({ verdict }) => verdict === "wrong");
  if (!open.length && !wrong.length) return null;
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading={wrong.length ? "The fact check asks for changes" : "Facts are being checked"}>
        {wrong.map(({ id, name, revision }) => (
          <p key={id}>
            {revision === latestRevision
              ? `${name} wants some things to change.`
              : `${name} wanted some things to change in an older text.`}
          </p>
        ))}
        {wrong.length > 0 && (
          <p>
            <a href={words}>Read what {wrong.length === 1 ? wrong[0]?.name : "they"} wrote</a>
          </p>
        )}
        {open.map(({ id, name }) => (
          <p key={id}>{name} has not answered yet.</p>
        ))}
      </Notice>
    </div>
  );
}
