import { SectionToRead } from "#components/case-study/section-to-read.tsx";
import { Difference } from "#components/review/difference/difference.tsx";
import { inWords, type Names } from "#components/template/in-words.ts";
import type { EditedWords } from "#lib/data/review/edits.ts";
import { compareAnswers } from "#lib/domain/difference/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { sectionsToRead } from "#lib/domain/template/progress.ts";

interface Props extends EditedWords {
  names: Omit<Names, "contact">;
}

/** An author's words beside what an editor made of them. */
export function WhatChanged({ template, own, edited, names }: Props) {
  const side = ({ answers, contact }: EditedWords["own"]) => ({
    ...{ template, answers },
    inWords: (question: Parameters<typeof inWords>[0], answer: unknown) =>
      inWords(question, answer, { ...names, contact }),
  });
  return (
    <section aria-labelledby="changed" className="ruled mb-10">
      <h2 id="changed" className="mb-3">
        What was changed
      </h2>
      <Difference sections={compareAnswers(side(own), side(edited))} />
    </section>
  );
}

/** What an editor changed, then the whole text as it will look. */
export function EditedText(props: Props) {
  const { template, edited, names } = props;
  const { answers, contact } = edited;
  return (
    <>
      <WhatChanged {...props} />
      <h2 className="ruled mb-2">The whole text</h2>
      <p className="mb-6 text-small text-soft">Pictures, documents and the contact are not repeated here.</p>
      {sectionsToRead(template, answers).map((section) => (
        <section key={section.key} aria-labelledby={section.key} className="mb-10">
          <h2 id={section.key} className="mb-3 max-w-prose text-balance !text-h3">
            {section.title}
          </h2>
          <SectionToRead
            {...{ section, answers, facts: factsOf(template, answers), names: { ...names, contact } }}
            {...{ pictures: [], documents: [] }}
          />
        </section>
      ))}
    </>
  );
}
