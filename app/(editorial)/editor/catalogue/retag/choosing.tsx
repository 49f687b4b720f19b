import { ChooseForm } from "#components/catalogue/retag/choose-form.tsx";
import { FindForm } from "#components/catalogue/retag/find-form.tsx";
import { counted } from "#components/ui/words.ts";
import type { NamedTerm } from "#lib/data/catalogue/terms/choices.ts";
import { findToRetag } from "#lib/data/catalogue/retagging/found.ts";
import { mostRetagged } from "#lib/domain/catalogue/retag/retag-bounds.ts";
import { namesIn } from "#lib/domain/catalogue/retag/retag-words.ts";
import { paths } from "#lib/http/paths.ts";
import { listPairs, namesOf, type AskedRetag } from "./asked.ts";

interface Props {
  asked: AskedRetag;
  terms: { topic: NamedTerm[]; support: NamedTerm[] };
}

/** A list to find, then which of it and what to do with them. */
export async function Choosing({ asked, terms }: Props) {
  const { query, address, errors } = asked;
  const found = query && (await findToRetag(query));
  const names = namesOf(terms);
  const addable = {
    topics: terms.topic.filter(({ offered }) => offered),
    supportTypes: terms.support.filter(({ offered }) => offered),
  };
  const removable = {
    topics: terms.topic.filter(({ id }) => found?.present.topics.has(id)),
    supportTypes: terms.support.filter(({ id }) => found?.present.supportTypes.has(id)),
  };
  return (
    <>
      <p className="mb-8 max-w-prose">
        Find the case studies, say what to add and what to take away, and see what that changes for each before it is
        done. What is published changes at once, and can be undone.
      </p>
      <FindForm
        address={address}
        error={errors["address"]}
        words={address ? "" : (query?.q ?? "")}
        topic={address ? null : (query?.topic[0] ?? null)}
        support={address ? null : (query?.support[0] ?? null)}
        topics={terms.topic.filter(isListed)}
        supportTypes={terms.support.filter(isListed)}
      />
      {query && found && (
        <section aria-labelledby="found" className="max-w-prose border-t-[3px] border-ink pt-4">
          <h2 id="found" className="mb-4 !text-h3">
            <a href={paths.listing(query)}>{counted(found.total, "case study", "case studies")}</a> in this list
          </h2>
          {found.total === 0 ? (
            <p>Nothing published is in this list. Choose fewer words, or another topic.</p>
          ) : (
            <>
              {found.total > mostRetagged && (
                <p className="mb-4">
                  At most {mostRetagged} are retagged at once. Narrow the list, or tick some of it.
                </p>
              )}
              <ChooseForm
                {...asked}
                {...{ addable, removable }}
                hidden={listPairs(query)}
                total={found.total}
                tooMany={found.total > mostRetagged}
                shown={found.shown.map(({ tags, ...one }) => ({ ...one, tags: namesIn(tags, names) }))}
              />
            </>
          )}
        </section>
      )}
    </>
  );
}

/** What was merged has no list of its own. */
const isListed = ({ id, name, offered, parent }: NamedTerm, _: number, all: readonly NamedTerm[]) =>
  offered || Boolean(parent) || all.find((one) => one.name === name)?.id === id;
