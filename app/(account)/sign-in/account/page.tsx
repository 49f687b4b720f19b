import { EditorPage } from "#components/review/editor-page.tsx";
import { counted, longDate, timeOf } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listSessions } from "#lib/data/people/sessions.ts";
import { paths } from "#lib/http/paths.ts";

/** Where an editor is signed in, and what they can do about it. */
export default async function AccountPage() {
  const editor = await requireEditor();
  const sessions = await listSessions(editor.id);
  return (
    <EditorPage title="How you are signed in" editor={editor}>
      <p className="prose mb-3">
        {editor.name} is signed in on {counted(sessions.length, "device", "devices")}. A session ends when nothing was
        done in it for 12 hours, and after a week.
      </p>
      <ul className="mb-8 max-w-prose border-t-[3px] border-ink">
        {sessions.map(({ id, createdAt, updatedAt }) => (
          <li key={id} className="border-b border-line py-2">
            Since {longDate(createdAt)}, {timeOf(createdAt)}
            <span className="text-soft">
              {" "}
              · last used {longDate(updatedAt)}, about {timeOf(updatedAt)}
            </span>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.signOutEverywhere} className="mb-6">
        <button type="submit" className="button">
          Sign out everywhere
        </button>
      </form>
      <p>
        <a href={paths.recoveryCodes}>Your recovery codes</a>
      </p>
    </EditorPage>
  );
}
