import { IntroductionForm } from "#components/catalogue/collections/introduction-form.tsx";
import { ItemList } from "#components/catalogue/collections/item-list.tsx";
import { ItemSearch } from "#components/catalogue/collections/item-search.tsx";
import { Retired } from "#components/catalogue/retired.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { findCandidates, listItems } from "#lib/data/catalogue/collections/collection-items.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { findForEditors } from "#lib/data/catalogue/previews/collections.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { errorsOf, findAnswer } from "../../../answer.ts";
import { NotDone } from "../../../outcome.tsx";

/** One collection: its introduction, what it holds, and the ways to rename and retire it. */
export default async function CollectionPage({
  params,
  searchParams,
}: PageProps<"/editor/catalogue/collections/[id]">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const collection = await findForEditors(id);
  if (!collection) return <MissingPage editor={editor} />;

  const looked = readText(asked["q"], 300);
  const [answer, items, found] = await Promise.all([
    findAnswer(paths.editCollection(id), asked),
    listItems(collection.items),
    looked ? findCandidates(looked) : { candidates: [], total: 0 },
  ]);
  const { name, slug, introduction, retiredAt, leadsTo } = collection;
  return (
    <EditorPage
      title={name}
      section="catalogue"
      editor={editor}
      failed={Object.keys(answer.errors).length > 0}
      done={answer.done}
      caption={<a href={paths.editCollections}>Collections</a>}
    >
      <ErrorSummary errors={errorsOf(answer)} />
      <NotDone reasons={answer.notDone} />
      {retiredAt ? (
        <Retired {...{ id, name, slug, leadsTo }} />
      ) : (
        <>
          <ul className="mb-8 flex flex-wrap gap-x-6">
            <li>
              <a href={paths.collection(slug)} className="inline-block py-1">
                Its page
              </a>
            </li>
            <li>
              <a href={paths.renameCollection(id)} className="inline-block py-1">
                Rename it
              </a>
            </li>
            <li>
              <a href={paths.retireCollection(id)} className="inline-block py-1">
                Retire it
              </a>
            </li>
          </ul>
          <IntroductionForm
            id={id}
            value={answer.typed["introduction"] ?? introduction}
            basedOn={answer.typed["basedOn"] ?? digestOf({ introduction })}
            error={answer.errors["introduction"]}
          />
        </>
      )}
      <h2 id="items" className="mt-10 border-b-[3px] border-ink pb-3">
        {counted(items.length, "case study", "case studies")}
      </h2>
      <ItemList
        id={id}
        items={items}
        looked={looked}
        basedOn={digestOf({ items: collection.items })}
        changeable={!retiredAt}
      />
      {!retiredAt && <ItemSearch id={id} looked={looked} held={collection.items} {...found} />}
    </EditorPage>
  );
}
