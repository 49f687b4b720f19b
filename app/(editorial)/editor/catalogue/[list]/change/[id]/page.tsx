import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listKept, previewWish } from "#lib/data/catalogue/planning/previews.ts";
import { listAt, listWords, refusedBecause } from "#lib/domain/catalogue/words.ts";
import { readWish } from "#lib/http/forms/wish.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { findAnswer } from "../../../../answer.ts";
import { NotDone } from "../../../../outcome.tsx";
import { pageOf } from "../../page-of.ts";
import { Ways } from "./ways.tsx";
import { WishShown } from "./wish-shown.tsx";

/** One topic or support type: what can be done with it, and what something comes to before it is done. */
export default async function ChangePage({ params, searchParams }: PageProps<"/editor/catalogue/[list]/change/[id]">) {
  const editor = await requireEditor();
  const { list: segment, id } = await params;
  const list = listAt(segment);
  const rows = list ? await listKept(list) : [];
  const row = rows.find((one) => one.id === id);
  if (!list || !row) return <MissingPage editor={editor} />;

  const asked = await searchParams;
  const address = paths.catalogueTerm(segment, id);
  const wish = readWish(list, (name) => (name === "id" ? id : readText(asked[name], 200)));
  const [answer, preview] = await Promise.all([
    findAnswer(address, asked),
    wish && wish.do !== "add" ? previewWish(list, wish) : null,
  ]);
  const message = preview?.ok === false ? refusedBecause(preview.reason, list) : undefined;
  const field = fields[wish?.do ?? ""];
  const parent = rows.find((one) => one.id === row.parentId);
  return (
    <EditorPage
      title={row.name}
      section="catalogue"
      editor={editor}
      caption={<a href={paths.catalogueList(segment)}>{listWords[list].title}</a>}
      failed={message !== undefined && field !== undefined}
    >
      <ErrorSummary errors={message !== undefined && field ? [{ field, message }] : []} />
      <NotDone reasons={[...answer.notDone, ...(message !== undefined && !field ? [message] : [])]} />
      <p className="mb-8 max-w-prose">
        {counted(row.count, "published case study is", "published case studies are")} listed under it
        {parent ? `, and it lies within ${parent.name}` : ""}.{" "}
        {row.retiredAt === null ? "It is offered in forms." : "It is retired: no form offers it."} Its page is{" "}
        <a href={pageOf(list)(row.slug)}>{pageOf(list)(row.slug)}</a>.
        {row.count > 0 && (
          <>
            {" "}
            <a href={paths.retagList(`${new URLSearchParams({ [list === "topic" ? "topic" : "support"]: row.slug })}`)}>
              Retag them
            </a>
          </>
        )}
      </p>
      {wish && wish.do !== "add" && preview?.ok ? (
        <WishShown segment={segment} list={list} wish={wish} plan={preview.value} />
      ) : null}
      <Ways segment={segment} list={list} row={row} rows={rows} wish={wish} error={message} />
    </EditorPage>
  );
}

/** Where what is wrong with a wish can be put right. */
const fields: Record<string, "name" | "under" | "into"> = { rename: "name", move: "under", merge: "into" };
