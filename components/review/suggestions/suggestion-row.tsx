import { lasting, longDate } from "#components/ui/words.ts";
import { endOfWorkingDay } from "#lib/domain/calendar/working-days.ts";
import { isProblem, problemName, workingDaysToLook } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";
import { SettleForm } from "./settle-form.tsx";

interface Suggestion {
  id: string;
  kind: string;
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
  /** What the list is narrowed to, so that the answer stands in the same list. */
  search: string;
  /** An answer that was refused, and what is wrong with it. */
  typed: string | undefined;
  error: string | undefined;
}

/** What somebody suggests about a case study or reports about its page, and what came of it or the form that settles it. */
export function SuggestionRow({ suggestion, now, search, typed, error }: Props) {
  const { id, title, slug, kind, text, handledAt, answer, settledBy } = suggestion;
  const name = title || "A case study without a title";
  return (
    <li id={`row-${id}`} className="border-b border-line py-5">
      <h2 className="!text-body">{slug ? <a href={paths.caseStudy(slug)}>{name}</a> : name}</h2>
      <Whence suggestion={suggestion} name={name} now={now} />
      {isProblem(kind) && <p className="mt-2 font-bold">Problem: {problemName(kind).toLowerCase()}</p>}
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
        <SettleForm suggestion={suggestion} title={name} search={search} typed={typed} error={error} />
      )}
    </li>
  );
}

/** When it came, how long it has waited and from whom it is. */
function Whence({ suggestion, name, now }: { suggestion: Suggestion; name: string; now: Date }) {
  const { kind, at, from, caseStudyId, handledAt } = suggestion;
  const promised = isProblem(kind) && !handledAt ? endOfWorkingDay(at, workingDaysToLook) : null;
  return (
    <p className="text-small text-soft">
      {longDate(at)}, {handledAt ? `${lasting(at, now)} ago` : `waiting for ${lasting(at, now)}`}
      {promised && (
        <>
          {"\u00a0· "}
          {promised < now ? (
            <b className="flag text-ink">Overdue: promised by {longDate(promised)}</b>
          ) : (
            `promised by ${longDate(promised)}`
          )}
        </>
      )}
      {"\u00a0· "}
      {from ? (
        <a href={`mailto:${from}`} className="quiet-link">
          {from}
        </a>
      ) : isProblem(kind) ? (
        "no address to answer to"
      ) : (
        "by somebody who was deleted"
      )}
      {"\u00a0· "}
      <a href={paths.caseStudyHistory(caseStudyId)} className="quiet-link">
        History<span className="sr-only"> of {name}</span>
      </a>
    </p>
  );
}
