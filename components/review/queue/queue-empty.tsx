import { counted, figure } from "#components/ui/words.ts";
import { isNarrowed, widened, type QueueQuery } from "#lib/domain/queue/query.ts";
import type { TabKey } from "#lib/domain/queue/tabs.ts";
import { paths } from "#lib/http/paths.ts";

const words: Record<TabKey, string> = {
  mine: "Nothing is waiting for you.",
  unassigned: "Everything has somebody who reads it.",
  waiting: "No council has anything to do.",
  scheduled: "Nothing has a day of publication.",
  due: "No published case study is due for review.",
  held: "Nothing is held.",
  all: "Nothing is open.",
};

/** A part of the queue with nothing in it, and where there is something. */
export function QueueEmpty({ query, counts }: { query: QueueQuery; counts: Record<TabKey, { total: number }> }) {
  const { unassigned, all } = counts;
  if (isNarrowed(query)) {
    return (
      <p className="pt-6">
        Nothing in this part has all of that.{" "}
        {query.tab !== "all" && all.total > 0 && (
          <>
            In everything that is open, <a href={paths.queue({ ...query, tab: "all", page: 1 })}>{figure(all.total)}</a>{" "}
            {all.total === 1 ? "has" : "have"}.{" "}
          </>
        )}
        <a href={paths.queue(widened(query))}>Show all of this part</a>
      </p>
    );
  }
  return (
    <p className="pt-6">
      {words[query.tab]}
      {query.tab === "mine" && unassigned.total > 0 && (
        <>
          {" "}
          <a href={paths.queue({ tab: "unassigned" })}>{counted(unassigned.total, "is", "are")} unassigned</a>.
        </>
      )}
    </p>
  );
}
