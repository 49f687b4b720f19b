import { EditorStrip } from "#components/review/editor-strip.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { Page } from "#components/site/page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { paths } from "#lib/http/paths.ts";
import { AsReadersSee } from "#app/preview/as-readers-see.tsx";

/** A version as readers would see it. */
export default async function ReviewPreviewPage({ params }: PageProps<"/editor/review/[id]/preview">) {
  const editor = await requireEditor();
  const { id } = await params;
  const desk = await findDesk(id);
  if (!desk) return <MissingPage editor={editor} />;
  return (
    <Page
      title={`Preview: ${desk.title}`}
      indexed={false}
      store={false}
      strip={<EditorStrip section={undefined} editor={editor} />}
    >
      <div className="band py-5">
        <Notice heading="This is a preview">
          <p>
            Readers see nothing of it before it is published.{" "}
            <a href={paths.review(id)} className="print:hidden">
              Back to the desk
            </a>
          </p>
        </Notice>
      </div>
      <AsReadersSee {...desk} address={(file, width) => paths.reviewFile(id, file, width)} />
    </Page>
  );
}
