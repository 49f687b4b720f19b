import { Prose } from "#components/case-study/prose.tsx";
import { inWords, type Names } from "#components/template/in-words.ts";
import { keepField, type Choice, type Kept } from "#lib/domain/word/choices.ts";

interface Props {
  choice: Choice;
  names: Names;
  /** What was chosen before, on a page that comes back. */
  chosen: Kept | undefined;
  /** What would not fit if it were taken. */
  misfit: string | undefined;
  /** What a person has to look at themselves. */
  mixed: string | undefined;
  /** The heading above says the same already. */
  labelled: boolean;
}

/** What the form says and what the file says, side by side, one of them to be kept; where the form says nothing, only the file. */
export function ChoiceField({ choice, names, chosen, misfit, mixed, labelled }: Props) {
  const { question, now, read, same, preset } = choice;
  const [before, after] = [now, read].map((answer) => wordsOf(choice, answer, names));
  const hints = (
    <>
      {misfit && <p className="mt-2 font-bold text-did-not-work">{misfit}. You can take it and cut it in the form.</p>}
      {mixed && <p className="mt-2 font-bold">{mixed}</p>}
    </>
  );
  if (same)
    return (
      <div className="mt-6">
        <h3 className={labelled ? "sr-only" : "!text-body font-bold"}>{question.label}</h3>
        <p className="text-soft">The file says the same as the form.</p>
        {mixed && <p className="mt-2 font-bold">{mixed}</p>}
      </div>
    );
  const kept = chosen ?? preset;
  const field = keepField(question.key);
  if (!before)
    return (
      <fieldset className="mt-6 max-w-prose" id={question.key}>
        <legend className={labelled ? "sr-only" : "font-bold"}>{question.label}</legend>
        {hints}
        {/* A box that is not ticked sends nothing, and the page that comes back is to know. */}
        <input type="hidden" name={field} value="form" />
        <label className="mt-2 flex gap-3 font-bold">
          <input
            type="checkbox"
            name={field}
            value="word"
            defaultChecked={kept === "word"}
            className="mt-0.5 size-6 shrink-0 accent-house"
          />
          Take this
        </label>
        <Words text={after ?? ""} question={question} value="word" />
      </fieldset>
    );
  const side = (value: Kept, label: string, text: string) => (
    <div className="min-w-0 border-t border-line pt-3">
      <label className="flex gap-3 font-bold">
        <input
          type="radio"
          name={field}
          value={value}
          defaultChecked={kept === value}
          className="mt-0.5 size-6 shrink-0 accent-house"
        />
        <span>{label}</span>
      </label>
      <Words text={text} question={question} value={value} />
    </div>
  );
  return (
    <fieldset className="mt-6" id={question.key}>
      <legend className={labelled ? "sr-only" : "font-bold"}>{question.label}</legend>
      {hints}
      <div className="mt-3 grid gap-x-8 gap-y-4 tablet:grid-cols-2">
        {side("form", "Keep what is in the form", before ?? "")}
        {side("word", "Take what was read", after ?? "")}
      </div>
    </fieldset>
  );
}

/** Words as a reader would see them, so that lists and tables can be compared at a glance. */
function Words({ text, question, value }: { text: string; question: Choice["question"]; value: Kept }) {
  if (!text) return <p className="mt-2 text-soft">Nothing</p>;
  if (question.kind !== "markdown") return <p className="mt-2 wrap-anywhere whitespace-pre-wrap">{text}</p>;
  const where = value === "form" ? "in the form" : "in the file";
  return (
    <div className="mt-2 wrap-anywhere">
      <Prose text={text} name={`${value}-${question.key}`} label={`${question.label}, ${where}`} />
    </div>
  );
}

function wordsOf({ question }: Choice, answer: unknown, names: Names): string {
  if (answer === undefined || answer === null) return "";
  if (question.kind !== "contact") return inWords(question, answer, names);
  return inWords(question, "", { ...names, contact: answer as Names["contact"] });
}
