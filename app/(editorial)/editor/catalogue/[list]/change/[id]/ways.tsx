import type { ReactNode } from "react";
import { NameField, TermChoice } from "#components/catalogue/term-fields.tsx";
import type { Wish, WishKind } from "#lib/domain/catalogue/decide.ts";
import type { TermList, TermRow } from "#lib/domain/catalogue/terms.ts";
import { listWords } from "#lib/domain/catalogue/words.ts";
import { paths } from "#lib/http/paths.ts";
import { othersFor, placesFor } from "../../places.ts";

interface Props {
  segment: string;
  list: TermList;
  row: TermRow;
  rows: readonly TermRow[];
  /** What is shown above, with what was typed for it. */
  wish: Wish | null;
  /** What is wrong with that. */
  error: string | undefined;
}

/** Everything that can be done with a topic or support type. Each leads to what it comes to. */
export function Ways({ segment, list, row, rows, wish, error }: Props) {
  const { one } = listWords[list];
  const errorOf = (kind: WishKind) => (wish?.do === kind ? error : undefined);
  const action = paths.catalogueTerm(segment, row.id);
  return (
    <>
      <Way kind="rename" heading="Rename it" action={action} verb="See what a new name changes">
        <NameField label="New name" value={wish?.do === "rename" ? wish.name : row.name} error={errorOf("rename")} />
      </Way>
      {list === "topic" && (
        <Way kind="move" heading="Move it" action={action} verb="See what moving it changes">
          <TermChoice
            id="under"
            label="Where it lies"
            none="On the top level"
            choices={placesFor(rows, row.id)}
            chosen={(wish?.do === "move" ? wish.under : row.parentId) ?? ""}
            error={errorOf("move")}
          />
        </Way>
      )}
      <Way kind="merge" heading="Merge it into another" action={action} verb="See what merging changes">
        <TermChoice
          id="into"
          label={`The ${one} that stands for both`}
          help="Case studies keep their words; wherever they are listed, this one stands in. Its addresses lead there."
          none="Choose one"
          choices={othersFor(rows, row.id)}
          chosen={wish?.do === "merge" ? wish.into : ""}
          error={errorOf("merge")}
        />
      </Way>
      {row.retiredAt === null ? (
        <Way kind="retire" heading="Retire it" action={action} verb="See what retiring it changes">
          <p className="mb-4">
            No form offers it any more. Readers still find it as long as a published case study has it.
          </p>
        </Way>
      ) : (
        <Way kind="bringBack" heading="Bring it back" action={action} verb="See what bringing it back changes">
          <p className="mb-4">Forms offer it again.</p>
        </Way>
      )}
    </>
  );
}

function Way(props: { kind: WishKind; heading: string; action: string; verb: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`way-${props.kind}`} className="max-w-prose border-t-[3px] border-ink py-5">
      <h2 id={`way-${props.kind}`} className="mb-3 !text-h3">
        {props.heading}
      </h2>
      <form method="get" action={props.action}>
        <input type="hidden" name="do" value={props.kind} />
        {props.children}
        <button type="submit" className="link-button">
          {props.verb}
        </button>
      </form>
    </section>
  );
}
