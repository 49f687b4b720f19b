import { TextPage } from "#components/site/text-page.tsx";
import { counted } from "#components/ui/words.ts";
import { kindsFor } from "#lib/domain/files/kinds.ts";
import { sectionsToFill } from "#lib/domain/template/progress.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { current, getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { getUsualDays } from "#lib/data/usual-days.ts";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

const lead = "For councils, and those who work with them, that have tried something and can say what came of it.";

/** Who it is for, what makes a good one, how long it takes and what happens then. */
export default async function SubmitPage() {
  const usual = await getUsualDays();
  const template = getTemplate(current.caseStudy);
  return (
    <TextPage heading="Submit a case study" lead={lead} canonical={await wholeAddress(paths.submit)} section="submit">
      <h2>What makes a good one</h2>
      <ul>
        <li>It says what was wrong, for whom, and how you knew.</li>
        <li>It has at least one figure from before and one from after, or says plainly that there is none.</li>
        <li>It gives the cost, and who paid.</li>
        <li>It says what went wrong. Work that did not come off is as welcome as work that did.</li>
      </ul>
      <h2>How long it takes</h2>
      <p>
        Most people need an hour or two. You need no account, and you can stop at any time and go on later, on another
        computer too: we send you a link to your draft.
      </p>
      <h2>What happens then</h2>
      <p>
        An editor reads it and asks about anything that is missing. You can see where it stands at any time, and you are
        told what was decided, and why, in every case.
        {usual !== null && ` Half of all decisions are made within ${counted(usual, "day", "days")}.`}
      </p>
      <p className="pt-2">
        <a href={paths.startDraft} className="button">
          Start now
        </a>
      </p>
      <p>
        Or write it in Word: <a href={paths.wordTemplate}>get the Word template</a>, fill it in, and{" "}
        <a href={paths.startFromWord}>start from a Word file</a>. One that you have already will do too.
      </p>
      <p>
        <a href={paths.continueDraft}>Go on with the draft in this browser</a>, or{" "}
        <a href={paths.askForMyCaseStudies}>have the link to your case studies sent to you</a>. If a form is not for
        you, write to <a href={`mailto:${contactEmail}?subject=Case%20study`}>{contactEmail}</a>.
      </p>
      <h2>The questions</h2>
      {sectionsToFill(template).map(({ key, title, questions }) => (
        <section key={key}>
          <h3>{title}</h3>
          <ul>
            {questions.map((question) => (
              <Asked key={question.key} question={question} section={title} />
            ))}
          </ul>
        </section>
      ))}
      <h3>When you send it</h3>
      <ul>
        {questionsOf(template).map(
          (question) => question.kind === "declaration" && <li key={question.key}>{question.wording}</li>,
        )}
      </ul>
    </TextPage>
  );
}

/** A question with what may be answered, in sentences. */
function Asked({ question, section }: { question: Question; section: string }) {
  if (question.label === section && saysNothing(question)) return null;
  return (
    <li>
      <b>{question.label}</b>
      {question.required ? "" : " (optional)"}
      {question.required && question.label.endsWith("?") ? " " : ". "}
      {[extentOf(question), question.help].filter(Boolean).join(" ")}
    </li>
  );
}

/** Whether a question only says again what its section says. */
const saysNothing = (question: Question) => question.required && !extentOf(question) && !question.help;

function extentOf(question: Question): string {
  switch (question.kind) {
    case "text":
    case "markdown":
      return `Up to ${counted(question.max, "character", "characters")}.`;
    case "choice":
      return `${question.options.map(({ label }) => label).join("; ")}.`;
    case "files": {
      const kinds = kindsFor(question.accept).map(({ extension }) => extension.toUpperCase());
      const each = question.accept === "images" ? " Each needs a description for people who cannot see it." : "";
      return `Up to ${question.maxItems}, of 10 MB each: ${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}.${each}`;
    }
    default:
      return "";
  }
}
