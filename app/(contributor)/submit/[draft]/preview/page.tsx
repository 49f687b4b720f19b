import { Page } from "#components/site/page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findDraft, titleOf } from "#lib/data/submissions/drafts.ts";
import { paths } from "#lib/http/paths.ts";
import { AsReadersSee } from "#app/preview/as-readers-see.tsx";

/** The draft as readers would see it. */
export default async function PreviewPage({ params }: PageProps<"/submit/[draft]/preview">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  return (
    <Page title={`Preview: ${titleOf(draft)}`} indexed={false} store={false} section="submit">
      <div className="band py-5">
        <Notice heading="This is a preview">
          <p>
            Only somebody with this link can see it.{" "}
            <a href={paths.draft(token)} className="print:hidden">
              Back
            </a>
          </p>
        </Notice>
      </div>
      <AsReadersSee {...draft} address={(id, width) => paths.draftFile(token, id, width)} />
    </Page>
  );
}
