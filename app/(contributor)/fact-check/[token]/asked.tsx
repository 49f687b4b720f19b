import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { longDate } from "#components/ui/words.ts";

interface Props {
  check: { asker: string; note: string; until: Date };
}

/** Who asks, what for and until when. */
export function Asked({ check: { asker, note, until } }: Props) {
  return (
    <div className="prose mb-8">
      <p>
        {asker || "An editor"} asks you to check the facts in this case study before it is published. Write beside a
        section what is wrong or missing, and nothing where it is right. Say at the end what you think of the whole.
      </p>
      {note && <blockquote className="whitespace-pre-wrap">{note}</blockquote>}
      <p>
        You need no account. The editors read what you write, and it is not published. This page works until{" "}
        {longDate(until)}.
      </p>
      <PrivacyNote about="factCheck" />
    </div>
  );
}
