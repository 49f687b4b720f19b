import { counted } from "#components/ui/words.ts";
import type { Section } from "#lib/domain/template/questions.ts";

interface Props {
  sections: readonly Pick<Section, "key" | "title">[];
  comments: readonly { id: string; section: string; text: string }[];
}

/** What goes to the council besides the letter: every comment to it, with its section, and where they meet it. */
export function CommentsToGo({ sections, comments }: Props) {
  const beside = sections.flatMap(({ key, title }) =>
    comments.filter(({ section }) => section === key).map((comment) => ({ ...comment, title })),
  );
  return (
    <section aria-labelledby="comments" className="mt-8 max-w-prose">
      <h2 id="comments" className="mb-3 !text-h3">
        The comments that go with it
      </h2>
      {beside.length === 0 ? (
        <p className="text-soft">No comment is written to the council.</p>
      ) : (
        <>
          <p>
            {`${counted(beside.length, "comment", "comments")} to the council. The letter does not repeat ${beside.length === 1 ? "it" : "them"}: the council reads ${beside.length === 1 ? "it" : "them"} on the page behind its link, and in the form above the section.`}
          </p>
          <ul className="mt-2 border-t border-line">
            {beside.map(({ id, title, text }) => (
              <li key={id} className="border-b border-line py-2">
                <p className="text-small text-soft">{title}</p>
                <p className="whitespace-pre-wrap">{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
