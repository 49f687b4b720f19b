import type { Names } from "#components/template/in-words.ts";
import { misfitsIn } from "#lib/domain/template/progress.ts";
import { keepField, type Kept, type SectionToChoose } from "#lib/domain/word/choices.ts";
import { ChoiceField } from "./choice-field.tsx";
import { FoundPictures } from "./found-pictures.tsx";
import { NotUnderstood } from "./not-understood.tsx";

interface Props extends SectionToChoose {
  names: Names;
  /** What was chosen before in a field, on a page that comes back. */
  chosen: (field: string) => string | undefined;
  /** Where a picture that was read can be seen. */
  pictureAt: (position: number) => string;
  /** What a person has to look at themselves, by question. */
  mixed: Readonly<Record<string, string>>;
}

/** One section of what was read, each of its answers beside the form's. */
export function SectionOfReading({ section, choices, notUnderstood, names, chosen, mixed, ...about }: Props) {
  // A contact is kept apart from the answers, and is judged when it is saved.
  const answers = choices.filter(({ question }) => question.kind !== "contact");
  const misfits = misfitsIn(section, Object.fromEntries(answers.map(({ question, read }) => [question.key, read])));
  const id = `section-${section.key}`;
  return (
    <section className="mt-10 border-t-[3px] border-ink pt-4" aria-labelledby={id}>
      <h2 id={id} className="!text-h3">
        {section.title}
      </h2>
      {choices.map((choice) => (
        <ChoiceField
          key={choice.question.key}
          choice={choice}
          names={names}
          chosen={chosen(keepField(choice.question.key)) as Kept | undefined}
          misfit={misfits.find(({ question }) => question === choice.question.key)?.message}
          mixed={mixed[choice.question.key]}
          labelled={choice.question.label === section.title}
        />
      ))}
      <FoundPictures {...about} chosen={chosen} />
      <NotUnderstood parts={notUnderstood} name={section.key} />
    </section>
  );
}
