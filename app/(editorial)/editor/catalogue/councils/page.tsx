import { CouncilRows } from "#components/catalogue/councils/council-rows.tsx";
import { CouncilSearch } from "#components/catalogue/councils/council-search.tsx";
import { Parts } from "#components/catalogue/parts.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { CountedLinks } from "#components/site/counted-links.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { countByType, findForEditors } from "#lib/data/catalogue/councils/council-search.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { findAnswer } from "../../answer.ts";
import { NotDone } from "../../outcome.tsx";

/** Finds councils by name and type, and leads to a form for a new one. */
export default async function CouncilsPage({ searchParams }: PageProps<"/editor/catalogue/councils">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const [words, type] = [readText(asked["q"], 100), readText(asked["type"], 30)];
  const [answer, byType] = await Promise.all([findAnswer(paths.editCouncils, asked), countByType()]);
  return (
    <EditorPage title="Councils" section="catalogue" editor={editor} done={answer.done}>
      <Parts now="councils" />
      <NotDone reasons={answer.notDone} />
      <p className="mb-6">
        <a href={paths.addCouncil} className="inline-block py-1">
          Add a council
        </a>
      </p>
      <CouncilSearch words={words} type={type} />
      {words || type ? (
        <Found {...await findForEditors({ words, type })} />
      ) : (
        <>
          <h2 className="border-b-[3px] border-ink pb-3">
            {counted(
              byType.reduce((sum, { count }) => sum + count, 0),
              "council",
              "councils",
            )}
          </h2>
          <CountedLinks
            links={byType.map(({ slug, ...one }) => ({ ...one, path: paths.councilsOfType(slug) }))}
            of={["council", "councils"]}
          />
        </>
      )}
    </EditorPage>
  );
}

function Found({ rows, total }: Awaited<ReturnType<typeof findForEditors>>) {
  return (
    <>
      <h2 id="found" className="border-b-[3px] border-ink pb-3">
        {counted(total, "council", "councils")}
      </h2>
      {total === 0 && <p className="pt-4">No council has that name and type. Try fewer words, or any type.</p>}
      {rows.length > 0 && <CouncilRows rows={rows} />}
      {total > rows.length && <p className="mt-3">These are the first {rows.length}. Give more of the name.</p>}
    </>
  );
}
