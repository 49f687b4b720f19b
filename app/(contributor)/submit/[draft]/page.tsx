import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { TaskList } from "#components/template/task-list.tsx";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { stateOf } from "#lib/domain/template/progress.ts";
import { paths } from "#lib/http/paths.ts";

export default async function TaskListPage({ params }: PageProps<"/submit/[draft]">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;

  const { template, answers, authorEmail } = draft;
  const tasks = template.sections
    .filter(({ key }) => key !== "declarations")
    .map((section) => ({
      name: section.title,
      path: paths.draftSection(token, section.key),
      state: stateOf(template, section, answers),
    }));
  return (
    <PrivatePage title={factsOf(template, answers).title || "Your case study"} caption="Draft">
      <div className="max-w-prose">
        <TaskList tasks={tasks} />
        <h2 className="mt-10 mb-3 !text-h3">Your e-mail address</h2>
        <p>
          {authorEmail
            ? `The link to this draft was sent to ${authorEmail}. `
            : "Without it, this page’s address is the only way back to your draft. "}
          <a href={paths.draftEmail(token)}>{authorEmail ? "Change it" : "Have the link sent to you"}</a>
        </p>
        <p className="mt-8 flex flex-wrap gap-5">
          <a href={paths.draftCheck(token)} className="button">
            Check and send
          </a>
          <a href={paths.draftPreview(token)} className="self-center">
            Preview
          </a>
        </p>
        <p className="mt-10">
          <a href={paths.draftErase(token)}>Delete everything about me</a>
        </p>
      </div>
    </PrivatePage>
  );
}
