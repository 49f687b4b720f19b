import { PrivatePage } from "#components/site/private-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import type { FactCheckInHand } from "#lib/data/review/fact-checks.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { verdicts, type Standing } from "#lib/domain/workflow/fact-checks.ts";
import { contactEmail } from "#lib/http/site.ts";

interface Props {
  check: FactCheckInHand | null;
  /** What was written and came too late. */
  typed: Readonly<Record<string, string>>;
}

/** For a link that takes no answer: it has had one, or it is too late, or it opens nothing. */
export function Closed({ check, typed }: Props) {
  const { title, means } = wordsFor(check?.standing);
  const caption = check ? factsOf(check.template, check.answers).title : "";
  return (
    <PrivatePage title={title} caption={caption}>
      <p className="prose">
        {means} {check?.standing !== "answered" && <Write />}
      </p>
      {check?.answer && <Given check={check} />}
      {!check?.answer || differs(typed, check.answer.remarks) ? <TypedText typed={typed} /> : null}
    </PrivatePage>
  );
}

function wordsFor(standing: Standing | undefined): { title: string; means: string } {
  switch (standing) {
    case "answered":
      return { title: "The editors have your answer", means: "You do not need to do anything more." };
    case "expired":
      return { title: "The time to answer has passed", means: "The editors go on without it." };
    case "revoked":
      return { title: "You are not asked any more", means: "The editors have taken their question back." };
    case "over":
      return { title: "You are not asked any more", means: "The editors have decided about this text meanwhile." };
    default:
      return { title: "This link cannot be used", means: "It may have been cut when it was copied from our e-mail." };
  }
}

function Write() {
  return (
    <>
      If you know of a mistake, write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
    </>
  );
}

/** What was answered, for whoever comes back to look. */
function Given({ check: { template, answer } }: { check: FactCheckInHand }) {
  if (!answer) return null;
  const said = template.sections.filter(({ key }) => answer.remarks[key]);
  return (
    <section aria-labelledby="given" className="mt-8 max-w-prose border-t-[3px] border-ink pt-3">
      <h2 id="given" className="!text-h3">
        You said: “{verdicts[answer.verdict]}”
      </h2>
      {said.map(({ key, title }) => (
        <div key={key} className="mt-4">
          <h3 className="!text-body">{title}</h3>
          <p className="whitespace-pre-wrap">{answer.remarks[key]}</p>
        </div>
      ))}
    </section>
  );
}

const differs = (typed: Readonly<Record<string, string>>, kept: Readonly<Record<string, string>>) =>
  Object.entries(typed).some(([section, text]) => text && text !== kept[section]);
