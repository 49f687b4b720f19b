import { Notice } from "#components/ui/notice.tsx";
import { counted, listed } from "#components/ui/words.ts";
import type { Ignored as IgnoredParameters } from "#lib/domain/listing/read.ts";

/** What a link or a form asked for that cannot be given, by the name it stood under. */
const askedOfListing: Record<string, string> = {
  q: "the end of a longer search than we can do",
  topic: "a topic we do not have",
  support: "a support type we do not have",
  region: "a region we do not have",
  council: "a council we do not have",
  type: "a kind of council we do not have",
  collection: "a collection we do not have",
  outcome: "an outcome we do not have",
  cost: "a cost we do not have",
  evidence: "a kind of evidence we do not have",
  like: "a council’s name that we do not know",
  from: "a first month we cannot read",
  to: "a last month we cannot read",
  sort: "an order we do not have",
  page: "a page that no list has",
  tab: "a part of the queue there is not",
  kind: "a kind we do not have",
  assignee: "an editor we do not have",
};

type Props = IgnoredParameters & {
  /** What each parameter asks for, where the list is not the listing. */
  asked?: Record<string, string>;
  /** Id of the first field that holds what could not be read. */
  correct?: string | undefined;
};

/** Says what of a link or a form could not be used. Repeats nothing that was in it. */
export function Ignored({ names, others, asked = askedOfListing, correct }: Props) {
  if (!names.length && !others) return null;
  const unknown = names.length
    ? counted(others, "other", "others")
    : counted(others, "thing we do not know", "things we do not know");
  const things = [...names.map((name) => asked[name] ?? ""), ...(others ? [unknown] : [])];
  return (
    <div className="pt-4">
      <Notice heading="Some of this could not be used">
        <p>We left out {listed(things)}. Everything else counts.</p>
        {correct && (
          <p>
            <a href={`#${correct}`}>Correct what you typed</a>
          </p>
        )}
      </Notice>
    </div>
  );
}
