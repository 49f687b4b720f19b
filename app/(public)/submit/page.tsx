import { TextPage } from "#components/site/text-page.tsx";
import { counted } from "#components/ui/words.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";

const lead = "For councils, and those who work with them, that have tried something and can say what came of it.";

/** What to send and what happens then. Until there is a form here, case studies come by e-mail. */
export default function SubmitPage() {
  const template = getTemplate(current.caseStudy);
  return (
    <TextPage heading="Submit a case study" lead={lead} path={paths.submit} section="submit">
      <h2>What makes a good one</h2>
      <ul>
        <li>It says what was wrong, for whom, and how you knew.</li>
        <li>It has at least one figure from before and one from after, or says plainly that there is none.</li>
        <li>It gives the cost, and who paid.</li>
        <li>It says what went wrong. Work that did not come off is as welcome as work that did.</li>
      </ul>
      <h2>How to send it</h2>
      <p>
        Write down the answers to the questions below, in any file a word processor can open, and send it to{" "}
        <a href={`mailto:${contactEmail}?subject=Case%20study`}>{contactEmail}</a> from your work address. It takes most
        people an hour or two.
      </p>
      <h2>What happens then</h2>
      <p>
        An editor reads it, asks about anything that is missing, and shows you what will be published. You are told what
        was decided, and why, in every case.
      </p>
      <h2>The questions</h2>
      {template.sections
        .filter(({ questions }) => questions.some(({ kind }) => kind !== "declaration"))
        .map(({ key, title, questions }) => (
          <section key={key}>
            <h3>{title}</h3>
            <ul>
              {questions.map((question) => (
                <Asked key={question.key} question={question} section={title} />
              ))}
            </ul>
          </section>
        ))}
    </TextPage>
  );
}

/** A question, unless its section says it all. */
function Asked({ question, section }: { question: Question; section: string }) {
  const [label, extent] = [question.label === section ? "" : question.label, extentOf(question)];
  if (!label && !extent && !question.help) return null;
  return (
    <li>
      {label && <b>{label}</b>} {extent} {question.help}
    </li>
  );
}

function extentOf(question: Question): string {
  const needed = question.required ? "" : "if you have it";
  if (question.kind === "text")
    return `(${[`up to ${counted(question.max, "character", "characters")}`, needed].filter(Boolean).join(", ")})`;
  if (question.kind === "choice") return `(${question.options.map(({ label }) => label.toLowerCase()).join("; ")}).`;
  return needed && `(${needed})`;
}
