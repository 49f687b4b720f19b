import { PrivatePage } from "#components/site/private-page.tsx";
import { counted } from "#components/ui/words.ts";
import { readErased } from "#lib/http/erased.ts";
import { paths } from "#lib/http/paths.ts";

/** What was removed and what stays. It names nobody. */
export default async function ErasedPage({ searchParams }: PageProps<"/submit/erased">) {
  const erased = readErased(await searchParams);
  if (!erased) {
    return (
      <PrivatePage title="Nothing was deleted here">
        <p className="prose">
          To have everything about you deleted, open the page of your draft or submission, or the link in our e-mail.
        </p>
      </PrivatePage>
    );
  }
  const { deleted, kept, letter } = erased;
  return (
    <PrivatePage title={letter ? "What was deleted" : "Everything about you is deleted"}>
      <div className="prose">
        {deleted > 0 && (
          <p>
            Deleted: {counted(deleted, "case study that was", "case studies that were")} never published, with{" "}
            {deleted === 1 ? "its files and its history" : "their files and their history"}.
          </p>
        )}
        {kept > 0 && (
          <p>
            Kept, as the council’s record: {counted(kept, "case study", "case studies")} that had been accepted or
            published. Where the words name somebody, an editor is told to look at them.
          </p>
        )}
        {letter ? (
          <p>
            Your e-mail address is deleted too, unless we hold something else under it. In that case an e-mail is on its
            way there, and the link in it deletes the rest.
          </p>
        ) : (
          <p>The links in our e-mails open nothing any more.</p>
        )}
        <p>
          What we keep about people, and why, is under <a href={paths.privacy}>privacy</a>.
        </p>
      </div>
    </PrivatePage>
  );
}
