import { ConfirmForm } from "#components/catalogue/confirm-form.tsx";
import { Preview } from "#components/catalogue/preview.tsx";
import type { TermPlan } from "#lib/data/catalogue/planning/plan.ts";
import type { Wish, WishKind } from "#lib/domain/catalogue/decide.ts";
import { findTerm, type TermList } from "#lib/domain/catalogue/terms.ts";
import { willDo } from "#lib/domain/catalogue/words.ts";
import { writeWish } from "#lib/http/forms/wish.ts";
import { paths } from "#lib/http/paths.ts";
import { pageOf } from "../../page-of.ts";

interface Props {
  segment: string;
  list: TermList;
  wish: Exclude<Wish, { do: "add" }>;
  plan: TermPlan;
}

const verbs: Record<WishKind, string> = {
  ...{ add: "Add it", rename: "Rename it", move: "Move it", up: "Move it up", down: "Move it down" },
  ...{ retire: "Retire it", bringBack: "Bring it back", merge: "Merge them" },
};

/** What is wished of a topic or support type, what it comes to, and the button that does it. */
export function WishShown({ segment, list, wish, plan }: Props) {
  const within = Object.entries(plan.patch).flatMap(([id, { after }]) =>
    id !== wish.id && after?.parentId !== undefined ? (findTerm(plan.rows, id)?.name ?? []) : [],
  );
  return (
    <section aria-label="Before it is done" className="mb-12 border-l-8 border-mark bg-wash px-5 py-4">
      <p className="max-w-prose font-bold">{willDo(wish, plan.rows)}</p>
      {within.length > 0 && <p className="mt-2 max-w-prose">What lies within it goes along: {within.join(", ")}.</p>}
      <Preview plan={plan} to={pageOf(list)} />
      {wish.do === "retire" && plan.submissions > 0 && (
        <p className="-mt-4 mb-8 max-w-prose">
          What is with the editors and names it cannot be published, now or at a time that was set, until it names
          another instead.
        </p>
      )}
      <ConfirmForm
        action={paths.catalogueWrite(segment)}
        fields={{ ...writeWish(wish), seen: plan.seen }}
        verb={verbs[wish.do]}
        back={paths.catalogueTerm(segment, wish.id)}
      />
    </section>
  );
}
