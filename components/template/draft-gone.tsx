import { PrivatePage } from "#components/site/private-page.tsx";
import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";
import { TypedText } from "./typed-text.tsx";
import { draftDays } from "#lib/http/site.ts";

/** For a secret address that opens nothing any more. */
export function DraftGone({ typed }: { typed?: Readonly<Record<string, unknown>> | undefined }) {
  return (
    <PrivatePage title="This draft cannot be found">
      <div className="prose">
        <p>
          Its link may have been cut when it was copied, or replaced by a newer one, or the draft was deleted: by you,
          or after {counted(draftDays, "day", "days")} without a change.
        </p>
        <p>
          Open the link in the newest e-mail from us,{" "}
          <a href={paths.askForMyCaseStudies}>have your links sent to you</a>, or{" "}
          <a href={paths.startDraft}>start a case study</a>.
        </p>
      </div>
      <TypedText typed={typed} />
    </PrivatePage>
  );
}
