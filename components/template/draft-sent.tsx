import { PrivatePage } from "#components/site/private-page.tsx";
import { paths } from "#lib/http/paths.ts";
import { TypedText } from "./typed-text.tsx";

interface Props {
  title: string;
  /** Of the page that follows it. */
  trackToken: string | null;
  /** What was typed after it was sent. */
  typed?: Readonly<Record<string, unknown>> | undefined;
}

/** For a draft that is with the editors, or past them: its words are not the author's to change now. */
export function DraftSent({ title, trackToken, typed }: Props) {
  return (
    <PrivatePage title="You have sent this case study" caption={title}>
      <p className="prose">
        {trackToken ? (
          <a href={paths.track(trackToken)}>See where it stands and what you can do</a>
        ) : (
          "It can no longer be changed here."
        )}
      </p>
      <TypedText typed={typed} />
    </PrivatePage>
  );
}
