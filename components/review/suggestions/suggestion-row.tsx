import { lasting, longDate } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";
import { SettleForm } from "./settle-form.tsx";

interface Suggestion {
  id: string;
  text: string;
  at: Date;
  from: string;
  caseStudyId: string;
  title: string;
  slug: string | null;
  handledAt: Date | null;
  answer: string;
  settledBy: string;
}

interface Props {
  suggestion: Suggestion;
  now: Date;
  /** An answer that was refused, and what is wrong with it. */
  typed: string | undefined;
  error: string | undefined;
}

/** What somebody suggests about a case study, and what came of it or the form that settles it. */
export function SuggestionRow({ suggestion, now, typed, error }: Props) {
  const { id, title, slug, at, from, text, caseStudyId, handledAt, answer, settledBy } = suggestion;
  const name = title || "A case study without a title";
  return (
    <li id={`row-${id}`} className="border-b border-line py-5">
      <h2 className="!text-body">{slug ? <a href={paths.caseStudy(slug)}>{name}</a> : name}</h2>
      <p className="text-small text-soft">
        {longDate(at)}, {lasting(at, now)} ago{"\u00a0· "}
        {from ? (
          <a href={`mailto:${from}`} className="quiet-link">
            {from}
          </a>
        ) : (
          "by somebody who was deleted"
        )}
        {"\u00a0· "}
        <a href={paths.caseStudyHistory(caseStudyId)} className="quiet-link">
          History<span className="sr-only"> of {name}</span>
        </a>
      </p>
      <blockquote className="mt-2 max-w-prose border-l-4 border-line pl-4 whitespace-pre-wrap">{text}</blockquote>
      {handledAt ? (
        <div className="mt-3 max-w-prose">
          <p className="text-small text-soft">
            Settled {longDate(handledAt)}
            {settledBy && ` by ${settledBy}`}
          </p>
          <p className="mt-1 whitespace-pre-wrap">{answer}</p>
        </div>
      ) : (
        <SettleForm id={id} title={name} told={from !== ""} typed={typed} error={error} />
      )}
    </li>
  );
}
