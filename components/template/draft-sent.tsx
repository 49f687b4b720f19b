import { PrivatePage } from "#components/site/private-page.tsx";
import { paths } from "#lib/http/paths.ts";

interface Props {
  title: string;
  /** Of the page that follows it. */
  trackToken: string | null;
}

/** For a draft that is with the editors, or past them: its words are not the author's to change now. */
export function DraftSent({ title, trackToken }: Props) {
  return (
    <PrivatePage title="You have sent this case study" caption={title}>
      <p className="prose">
        {trackToken ? (
          <a href={paths.track(trackToken)}>See where it stands, or take it back to change it</a>
        ) : (
          "It can no longer be changed here."
        )}
      </p>
    </PrivatePage>
  );
}
