import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { figure } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listDoubtedContacts } from "#lib/data/upkeep/contacts.ts";
import { countFollowUps } from "#lib/data/upkeep/follow-ups.ts";
import { countLinks } from "#lib/data/upkeep/links.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";
import { Contacts, FollowUps, Links } from "./tabs.tsx";

/** What keeps the published directory true: what councils say happened next, contacts nobody answers at, links that lead nowhere. */
export default async function UpkeepPage({ searchParams }: PageProps<"/editor/upkeep">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const tab = readText(asked["tab"], 12);
  const [answer, followUps, contacts, links] = await Promise.all([
    findAnswer(paths.upkeep(), asked),
    countFollowUps(),
    listDoubtedContacts(),
    countLinks(),
  ]);
  const errors = errorsOf(answer);
  const page = Number(/^[1-9]\d{0,4}$/.exec(readText(asked["page"], 6))?.[0] ?? 1);
  const current = tab === "contacts" || tab === "links" ? tab : "follow-ups";
  const tabs = [
    { key: "follow-ups", name: "What happened next", count: followUps.waiting },
    { key: "contacts", name: "Contacts", count: contacts.length },
    { key: "links", name: "Links", count: links.broken },
  ] as const;
  return (
    <EditorPage title="Upkeep" section="upkeep" editor={editor} failed={errors.length > 0} done={answer.done}>
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      <nav aria-label="Kinds of upkeep" className="no-print border-b-[3px] border-ink">
        <ul className="-mx-1 flex flex-wrap gap-x-4">
          {tabs.map(({ key, name, count }) => (
            <li key={key}>
              <a href={paths.upkeep(key)} aria-current={key === current ? "page" : undefined} className="tab-link">
                {name} <span className="count">{figure(count)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {current === "follow-ups" && <FollowUps counts={followUps} page={page} answer={answer} />}
      {current === "contacts" && <Contacts contacts={contacts} />}
      {current === "links" && <Links counts={links} page={page} />}
    </EditorPage>
  );
}
