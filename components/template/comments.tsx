import { longDate } from "#components/ui/words.ts";

interface Props {
  comments: readonly { id: string; section: string; text: string; at: Date }[];
  /** The sections that they are about, where that is not said by where they stand. */
  sections?: readonly { key: string; title: string }[];
}

/** What an editor asks about a section, above its fields. */
export function Comments({ comments, sections = [] }: Props) {
  if (!comments.length) return null;
  return (
    <section aria-labelledby="comments" className="my-8 max-w-prose border-l-8 border-mark bg-wash px-5 py-4">
      <h2 id="comments" className="!text-body">
        {comments.length === 1 ? "An editor’s comment" : "Editors’ comments"}
      </h2>
      {comments.map(({ id, section, text, at }) => (
        <div key={id} className="mt-2">
          <blockquote className="whitespace-pre-wrap">{text}</blockquote>
          <p className="text-small text-soft">
            {[sections.find(({ key }) => key === section)?.title, longDate(at)].filter(Boolean).join(", ")}
          </p>
        </div>
      ))}
    </section>
  );
}
