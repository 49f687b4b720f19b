import { Field, FieldGroup } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import type { FileAnswer } from "#lib/domain/template/answers.ts";
import type { Gap } from "#lib/domain/template/progress.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { ChoiceField } from "./fields/choice-field.tsx";
import { ContactField } from "./fields/contact-field.tsx";
import { CouncilField, type CouncilName } from "./fields/council-field.tsx";
import { FilesField, type FilesShown } from "./fields/files-field.tsx";
import { FormattedPreview } from "./fields/formatted-preview.tsx";
import { HowToFormat } from "./how-to-format.tsx";
import { MonthBoxes } from "./fields/month-boxes.tsx";
import { RowsField } from "./fields/rows-field.tsx";

interface Offered {
  id: string;
  name: string;
  parent?: string | null;
  /** False for what is shown only where it was chosen. */
  offered: boolean;
}

/** What fields offer to choose from. */
export interface Choices {
  topics: readonly Offered[];
  supportTypes: readonly Offered[];
  councils: readonly CouncilName[];
}

export interface QuestionProps {
  question: Question;
  answer: unknown;
  contact: { name: string; email: string; phone: string } | null;
  gaps: readonly Gap[];
  choices: Choices;
  /** What is attached, where files may be added. */
  files?: FilesShown;
  /** Shows formatted text as readers will see it. */
  preview?: boolean;
  /** What the page is headed by. */
  heading?: string;
}

/** The field or fields for one question, whatever its kind. */
export function QuestionField(props: QuestionProps) {
  const { question, answer, choices } = props;
  const { key: id, label, help, example, required } = question;
  // What is wrong with one file, or with one part of a contact, stands beside it.
  const inParts = question.kind === "files" || question.kind === "contact";
  const error = props.gaps.find((gap) => gap.question === id && !(inParts && gap.at.length))?.message;
  const frame = { id, label, help, example, error, optional: !required };

  switch (question.kind) {
    case "text":
    case "markdown":
      return (
        <Field {...frame} labelled={label === props.heading}>
          {(describedBy) => (
            <>
              <TextBox
                id={id}
                value={String(answer ?? "")}
                describedBy={describedBy}
                invalid={Boolean(error)}
                lines={question.kind === "markdown" ? 14 : question.max > 150 ? 4 : 1}
                max={question.max}
              />
              {question.kind === "markdown" && <HowToFormat />}
              {props.preview && question.kind === "markdown" && (
                <FormattedPreview id={id} label={label} text={String(answer ?? "")} />
              )}
            </>
          )}
        </Field>
      );
    case "choice":
      return <ChoiceField frame={frame} name={id} options={question.options} chosen={[String(answer ?? "")]} one />;
    case "choices": {
      const chosen = (answer as string[] | undefined) ?? [];
      const options = choices[question.from]
        .filter((one) => one.offered || chosen.includes(one.id))
        .map(({ id: value, name, parent, offered }) => ({
          ...{ value, within: Boolean(parent) },
          label: offered ? name : `${name} (no longer offered: choose another)`,
        }));
      return <ChoiceField frame={frame} name={id} options={options} chosen={chosen} />;
    }
    case "month":
      return (
        <FieldGroup {...frame}>
          <MonthBoxes id={id} answer={answer} />
        </FieldGroup>
      );
    case "council":
      return <CouncilField frame={frame} name={id} ids={answer ? [String(answer)] : []} councils={choices.councils} />;
    case "councils":
      return (
        <CouncilField
          frame={frame}
          name={id}
          ids={(answer as string[] | undefined) ?? []}
          councils={choices.councils}
          several
        />
      );
    case "measures":
    case "links":
      return (
        <RowsField
          frame={frame}
          question={question}
          rows={(answer as Record<string, string>[] | undefined) ?? []}
          gaps={props.gaps}
        />
      );
    case "contact":
      return <ContactField frame={frame} contact={props.contact} gaps={props.gaps} />;
    case "declaration":
      return (
        <FieldGroup {...frame}>
          <label className="flex gap-3">
            <input
              type="checkbox"
              name={id}
              value="yes"
              defaultChecked={answer === true}
              className="mt-1 size-6 shrink-0 accent-house"
            />
            {question.wording}
          </label>
        </FieldGroup>
      );
    case "files":
      return props.files ? (
        <FilesField
          frame={frame}
          question={question}
          rows={(answer as FileAnswer[] | undefined) ?? []}
          gaps={props.gaps}
          files={props.files}
        />
      ) : null;
  }
}
