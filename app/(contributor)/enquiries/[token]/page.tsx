import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { ChoiceField } from "#components/template/fields/choice-field.tsx";
import { findEnquiry } from "#lib/data/upkeep/enquiries.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { answersTo, longestWords } from "#lib/domain/upkeep/answers.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { AskedAbout } from "./asked-about.tsx";
import { Closed } from "./closed.tsx";
import { wordsFor } from "./enquiry-words.ts";

/** What whoever answers for a published case study is asked about it, and the form for their answer. */
export default async function EnquiryPage({ params, searchParams }: PageProps<"/enquiries/[token]">) {
  const token = (await params).token;
  const enquiry = await findEnquiry(token);
  const address = paths.enquiry(token);
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), address);
  const typed = { answer: "", words: "", ...attempt?.typed } as { answer: string; words: string };
  if (enquiry?.standing !== "open") {
    const isLate = Boolean(attempt?.errors["late"]);
    return <Closed enquiry={enquiry} typed={isLate ? typed.words : ""} isLate={isLate} />;
  }

  const { kind, facts } = enquiry;
  const errors = attempt?.errors ?? {};
  const words = wordsFor(kind);
  return (
    <PrivatePage title={words.title} caption={facts.title} failed={Object.keys(errors).length > 0}>
      <ErrorSummary
        errors={["answer", "words"].flatMap((field) => {
          const message = errors[field];
          return message ? [{ field, message }] : [];
        })}
      />
      <AskedAbout enquiry={enquiry} />
      <PrivacyNote about="followUp" />
      <form method="post" action={`${address}/answer`} noValidate>
        <ChoiceField
          frame={{ id: "answer", label: words.question, error: errors["answer"] }}
          name="answer"
          options={Object.entries(answersTo(kind)).map(([value, label]) => ({ value, label }))}
          chosen={[typed.answer]}
          one
        />
        <Field id="words" label={words.label} help={words.help} error={errors["words"]}>
          {(describedBy) => (
            <TextBox
              id="words"
              value={typed.words}
              describedBy={describedBy}
              invalid={Boolean(errors["words"])}
              lines={8}
              max={longestWords}
            />
          )}
        </Field>
        <button type="submit" className="button">
          Send your answer
        </button>
      </form>
    </PrivatePage>
  );
}
