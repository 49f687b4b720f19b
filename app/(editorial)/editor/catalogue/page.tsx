import { ChangesList } from "#components/catalogue/changes-list.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listChanges } from "#lib/data/catalogue/changes.ts";
import { saidBy } from "#lib/domain/catalogue/said.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";
import { whoever } from "./whoever.ts";

const size = 30;

const lists = [
  { name: "Topics", path: paths.catalogueList("topics"), says: "What case studies are about, in a tree of two levels" },
  { name: "Support types", path: paths.catalogueList("support-types"), says: "The kind of help behind the work" },
  { name: "Collections", path: paths.catalogueList("collections"), says: "Case studies that belong together" },
  { name: "Councils", path: paths.catalogueList("councils"), says: "Whose case studies they are" },
  { name: "Words that mean the same", path: paths.synonyms, says: "What else a search finds" },
  { name: "Retag case studies", path: paths.retag, says: "Topics and support types of many at once" },
];

/** The lists that everything is ordered by, and what was changed of them. */
export default async function CataloguePage({ searchParams }: PageProps<"/editor/catalogue">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const page = Number(/^[1-9]\d{0,4}$/.exec(readText(asked["page"], 6))?.[0] ?? 1);
  const [answer, { changes, total }] = await Promise.all([findAnswer(paths.catalogue, asked), listChanges(page, size)]);
  const lines = changes.map(({ id, at, undoneAt, actor, undoneBy, ...change }) => ({
    ...{ id, at, undoneAt, by: whoever(actor), undoneBy: whoever(undoneBy) },
    said: saidBy(change),
  }));
  return (
    <EditorPage title="Catalogue" section="catalogue" editor={editor} done={answer.done}>
      <NotDone reasons={answer.notDone} />
      <ul className="max-w-prose">
        {lists.map(({ name, path, says }) => (
          <li key={path} className="border-b border-line py-2">
            <a href={path} className="font-bold">
              {name}
            </a>
            <span className="block text-small text-soft">{says}</span>
          </li>
        ))}
      </ul>
      <section className="mt-12 max-w-[48rem]">
        <h2 id="changes" className="mb-2 !text-h3">
          What was changed
        </h2>
        <ChangesList changes={lines} labelledBy="changes" />
        <NumberedPages page={page} last={Math.ceil(total / size)} to={paths.catalogueChanges} />
      </section>
    </EditorPage>
  );
}
