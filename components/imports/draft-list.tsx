import { counted, figure, longDate } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  drafts: readonly {
    id: string;
    title: string;
    source: string;
    importId: string;
    author: string;
    createdAt: Date;
  }[];
  total: number;
}

/** Drafts from files that wait for an editor to finish and send them. */
export function ImportedDrafts({ drafts, total }: Props) {
  return (
    <>
      <p className="pb-3">
        {total
          ? `${counted(total, "draft waits", "drafts wait")} to be finished and sent.`
          : "Every imported draft has been finished and sent."}
      </p>
      {drafts.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {drafts.map(({ id, title, source, importId, author, createdAt }) => (
            <li key={id} className="py-3">
              <p className="font-bold [overflow-wrap:anywhere]">{title || "No title yet"}</p>
              <p className="text-small text-soft">
                From <a href={paths.importReport(importId)}>{source}</a>, {longDate(createdAt)}
                {author && `, with ${author}`}
              </p>
              <form method="post" action={`${paths.importReport(importId)}/open`} className="no-print mt-1">
                <button type="submit" name="version" value={id} className="link-button">
                  Finish the draft<span className="sr-only"> of {title || "a case study without a title"}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {drafts.length === 0 && total > 0 && (
        <p>
          There is no such page. <a href={paths.importedDrafts()}>Go to the first one</a>
        </p>
      )}
    </>
  );
}

/** The way to them, where there are any. */
export function ToImportedDrafts({ total }: { total: number }) {
  if (!total) return null;
  return (
    <p className="mb-8 max-w-prose">
      <a href={paths.importedDrafts()}>
        {figure(total)} imported {total === 1 ? "draft waits" : "drafts wait"} to be finished and sent
      </a>
    </p>
  );
}
