import { CouncilFacts } from "#components/catalogue/councils/council-facts.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { findSheet } from "#lib/data/catalogue/councils/council-sheet.ts";
import { paths } from "#lib/http/paths.ts";
import { findAnswer } from "../../../answer.ts";
import { NotDone } from "../../../outcome.tsx";

/** One council, and the ways to change it. */
export default async function CouncilPage({ params, searchParams }: PageProps<"/editor/catalogue/councils/[id]">) {
  const editor = await requireEditor();
  const { id } = await params;
  const council = await findSheet(id);
  if (!council) return <MissingPage editor={editor} />;

  const answer = await findAnswer(paths.editCouncil(id), await searchParams);
  const { name, slug, mergedInto, endedOn, affected } = council;
  const ways = [
    { path: paths.council(slug), text: "Its page" },
    { path: paths.changeCouncil(id), text: "Change it" },
    ...(endedOn ? [] : [{ path: paths.endCouncil(id), text: "End it" }]),
    { path: paths.mergeCouncil(id), text: "Merge it into another entry" },
  ];
  return (
    <EditorPage
      title={name}
      section="catalogue"
      editor={editor}
      done={answer.done}
      caption={<a href={paths.editCouncils}>Councils</a>}
    >
      <NotDone reasons={answer.notDone} />
      {mergedInto ? (
        <div className="mb-8 max-w-prose">
          <Notice heading="This entry was merged">
            <p>
              <a href={paths.editCouncil(mergedInto.id)}>{mergedInto.name}</a> stands for it. Change that one.
            </p>
          </Notice>
        </div>
      ) : (
        <ul className="mb-8 flex flex-wrap gap-x-6">
          {ways.map(({ path, text }) => (
            <li key={path}>
              <a href={path} className="inline-block py-1">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      <CouncilFacts {...council} />
      <p className="max-w-prose text-soft">
        Named in {counted(affected.published.length, "published case study", "published case studies")}, as the lead or
        a partner, in {affected.open.length} on the way to publication and in{" "}
        {counted(affected.drafts, "draft", "drafts")}.
      </p>
    </EditorPage>
  );
}
