import { expect, test } from "vitest";
import SectionPage from "#app/(contributor)/submit/[draft]/[section]/page.tsx";
import TaskListPage from "#app/(contributor)/submit/[draft]/page.tsx";
import NewAlertPage from "#app/(contributor)/alerts/new/page.tsx";
import { POST as saveEmail } from "#app/(contributor)/submit/[draft]/email/save/route.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { drawn, wordsOn } from "#tests/support/drawn.ts";
import { posted } from "#tests/support/posted.ts";

async function aDraft(answers: Record<string, unknown> = {}) {
  const started = await startDraft({ answers: { title: "Night buses", ...answers } });
  if (!started.ok) throw new Error("The draft was not started");
  const { token } = started.value;
  return {
    token,
    section: (section: string, asked: Record<string, string> = {}) =>
      SectionPage({ params: Promise.resolve({ draft: token, section }), searchParams: Promise.resolve(asked) }),
    tasks: (asked: Record<string, string> = {}) =>
      TaskListPage({ params: Promise.resolve({ draft: token }), searchParams: Promise.resolve(asked) }),
  };
}

test("what cannot be chosen any more is said beside it, wherever its section is opened from", async () => {
  const { section, tasks } = await aDraft({ topics: ["air-quality"] });
  expect(await drawn(section("about"))).not.toContain('role="alert"');
  await db.topic.update({ where: { id: "air-quality" }, data: { retiredAt: new Date() } });
  expect(await wordsOn(tasks())).toContain("Needs a look");
  const page = await drawn(section("about"));
  expect(page).toMatch(/role="alert".*href="#topics"[^>]*>“Air quality” is not offered any more/s);
  expect(page).toMatch(/id="topics-error"[^>]*>.*“Air quality” is not offered any more/s);
});

test("each part of a contact has what is wrong with it beside it, tied to its box", async () => {
  const { section, token } = await aDraft();
  const contactTyped = { email: "team@", name: "Transport team", phone: "ask for Jo" };
  const attempt = await keepAttempt(paths.draftSection(token, "contact"), { typed: { contactTyped }, errors: {} });
  const page = await drawn(section("contact", { attempt }));
  for (const [part, message] of [
    ["email", "Enter the contact’s e-mail address"],
    ["phone", "Enter a telephone number"],
  ] as const) {
    expect(page).toMatch(new RegExp(`href="#contact\\.${part}"[^>]*>${message}`));
    expect(page).toMatch(new RegExp(`id="contact\\.${part}-error"[^>]*>(?:(?!</p>).)*${message}`));
    expect(page).toMatch(
      new RegExp(`<input[^>]*id="contact\\.${part}"[^>]*aria-describedby="contact\\.${part}-error"`),
    );
  }
  expect(page).not.toMatch(/<input[^>]*id="contact\.name"[^>]*aria-invalid/);
});

test("whoever asks for the link to a draft once more is told that it is on its way", async () => {
  const { token, tasks } = await aDraft();
  const email = "night.buses@kent.example";
  const answer = await saveEmail(posted({ email }), { params: Promise.resolve({ draft: token }) });
  const place = new URL(answer.headers.get("location") ?? "", "http://a.example");
  expect(place.pathname).toBe(paths.draft(token));
  expect(await drawn(tasks(Object.fromEntries(place.searchParams)))).toMatch(
    new RegExp(`role="status".*The link to this draft is on its way to ${email}`, "s"),
  );
  expect(await drawn(tasks())).not.toContain("on its way");
});

test("an alert from a list of some months says that it leaves them out", async () => {
  const query = { ...everything, topic: ["libraries"], from: "2024-01" };
  const { searchParams } = new URL(paths.newAlert(query), "http://a.example");
  const page = (asked: Record<string, string>) =>
    wordsOn(NewAlertPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
  expect(await page(Object.fromEntries(searchParams))).toMatch(/Months are left out[^]*Libraries/);
  searchParams.delete("from");
  expect(await page(Object.fromEntries(searchParams))).not.toContain("Months are left out");
});
