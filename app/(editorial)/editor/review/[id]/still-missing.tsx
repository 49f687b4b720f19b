import { GapLinks } from "#components/form/gap-links.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Editor } from "#lib/auth/guards.ts";
import type { Desk } from "#lib/data/review/desk.ts";
import { listGaps } from "#lib/data/submissions/drafts.ts";
import { sectionOf } from "#lib/domain/template/progress.ts";
import { mayRevise } from "#lib/domain/workflow/decide.ts";
import { isAboutToBePublished, isOnDesk } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

/** What keeps a version from being accepted and published, such as a topic that was retired since it was sent. */
export async function StillMissing({ desk, editor }: { desk: Desk; editor: Editor }) {
  const { versionId, template, answers, caseStudyId, state, subject } = desk;
  if (!isOnDesk(state) && !isAboutToBePublished(state)) return null;
  const gaps = await listGaps({ template, answers, caseStudyId, contact: null });
  if (!gaps.length) return null;
  const corrects = mayRevise(subject, editor);
  const links = gaps.map(({ question, message }) => {
    const section = sectionOf(template, question)?.key ?? "";
    return {
      message,
      path: corrects ? `${paths.reviewEdit(versionId, section)}#${question}` : `${paths.review(versionId)}#${section}`,
    };
  });
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="It cannot be published as it is">
        <GapLinks gaps={links} />
        {isAboutToBePublished(state) && <p className="mt-2">Open it again to correct it.</p>}
      </Notice>
    </div>
  );
}
