import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWordApart } from "#lib/transfer/word/child/read-apart.ts";
import { keepForDraft } from "#lib/transfer/word/read-for-draft.ts";
import { h, p, rawDocument } from "#tests/support/word/raw-document.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { addCouncil } from "#lib/commands/catalogue/councils/add-council.ts";
import { oweDigests } from "#lib/commands/alerts/owe-digests.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { attachReady } from "#lib/commands/files/attach-ready.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";
import { anAlert } from "#tests/support/alerts.ts";
import { change } from "#tests/support/changing-terms.ts";
import { sitesOfThisTest } from "#tests/support/editors-site.ts";
import { hostileName, readAnswer, readMarkup, type Reading } from "#tests/support/hostile-names.ts";
import { bring } from "#tests/support/imports/importing.ts";
import { aRow, aTable } from "#tests/support/imports/tables.ts";
import { listen } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { aReadyPicture } from "#tests/support/pictures.ts";
import { cookieOf } from "#tests/support/sessions.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { answersOf, aDraft, someAnswers } from "#tests/support/versions.ts";

const site = sitesOfThisTest();
const names = Object.fromEntries(
  [
    "topic",
    "support",
    "collection",
    "council",
    "title",
    "alt",
    "file",
    "import",
    "quiet",
    "json",
    "list",
    "word",
    "heading",
  ].map((what) => [what, hostileName(what)]),
);
const shownAt = (path: string, ...what: string[]) => ({ path, what });
const fixture = new URL("../../fixtures/saved-listings/libraries.txt", import.meta.url);
let cookie = "";
let [draft, reading] = ["", ""];
const imports: Record<string, string> = {};
let id = "";
let slug = "";
let slugs: Record<"topic" | "support" | "collection" | "council", string>;

beforeAll(async () => {
  await loadReferenceLists();
  const [author, editor] = [await aPerson("contributor"), await aPerson("editor")];
  cookie = await cookieOf(editor.id);
  await change({ do: "add", name: names["topic"] ?? "", under: null });
  await change({ do: "add", name: names["quiet"] ?? "", under: null });
  await change({ do: "add", name: names["support"] ?? "", under: null }, "supportType");
  const council = await addCouncil({
    values: {
      ...{ name: names["council"] ?? "", shortName: names["council"] ?? "", type: "county", nation: "england" },
      ...{ region: "south-west", sizeBand: null, ruralUrban: null, endedOn: null, predecessors: [], successors: [] },
    },
    actor: editor,
  });
  if (!council.ok) throw new Error(council.reason);
  const topic = await db.topic.findFirstOrThrow({ where: { name: names["topic"] } });
  const support = await db.supportType.findFirstOrThrow({ where: { name: names["support"] } });
  await anAlert({
    query: { topic: [topic.slug] },
    now: new Date(Date.now() - 10 * 86_400_000),
    email: "reader@council.example",
  });
  const answers = someAnswers({
    ...{ title: names["title"], summary: names["title"], council: council.value.id },
    ...{ topics: [topic.id], supportTypes: [support.id], funding: names["title"] },
  });
  const yesterday = new Date(Date.now() - 2 * 86_400_000);
  const { versionId, caseStudyId } = await aDraft({ answers, personId: author.id, now: yesterday });
  const picture = await attachReady({ versionId, file: aReadyPicture(names["file"]), actor: author, now: yesterday });
  if (!picture.ok) throw new Error(picture.reason);
  const images = [{ attachment: picture.value.id, title: "", alt: names["alt"] ?? "", credit: names["alt"] ?? "" }];
  await saveRevision({
    id: versionId,
    basedOn: 1,
    answers: await answersOf(versionId, { images }),
    actor: author,
    now: yesterday,
  });
  for (const move of ["submit", "take", "accept", "publish"] as const) {
    const actor = move === "submit" ? author : editor;
    const moved = await moveVersion({ id: versionId, basedOn: 2, move, actor, now: yesterday });
    if (!moved.ok) throw new Error(`${move} was refused: ${moved.reason}`);
  }
  id = versionId;
  slug = (await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } })).slug ?? "";
  await setLeadTerm({ id: versionId, term: { topicId: topic.id }, actor: editor });
  await addCollection({
    name: names["collection"] ?? "",
    introduction: names["collection"] ?? "",
    caseStudyIds: [caseStudyId],
    actor: editor,
  });
  const [{ slug: collection }, { slug: ofCouncil }] = await Promise.all([
    db.collection.findFirstOrThrow({ where: { name: names["collection"] } }),
    db.council.findFirstOrThrow({ where: { id: council.value.id } }),
  ]);
  slugs = { topic: topic.slug, support: support.slug, collection, council: ofCouncil };
  await bringThemIn(editor);
  await readFromWord();
}, 180_000);

/** Names in each kind of file that can be brought in. */
async function bringThemIn(editor: Awaited<ReturnType<typeof aPerson>>) {
  const named = (what: string) => ({ title: names[what] ?? "", topics: names["topic"] ?? "" });
  const saved = (await readFile(fixture, "utf8")).replaceAll("Tameside Story Makers", names["list"] ?? "");
  const files = {
    import: aTable([aRow(1, named("import"))]),
    json: JSON.stringify([aRow(2, named("json"))]),
    list: saved,
  };
  for (const [what, file] of Object.entries(files)) {
    const asked = { actor: editor, source: `${what} ${names["import"]}`, fileName: `${names["import"]}.csv` };
    imports[what] = (await bring(file, { ...asked, ...(what === "list" && { topicId: "libraries" }) })).id;
  }
}

/** A draft with a file, begun with a Word file that has such a heading, words and description of a picture. */
async function readFromWord() {
  const started = await startDraft({ answers: {} });
  if (!started.ok) throw new Error(started.reason);
  draft = started.value.token;
  const found = await findDraft(draft);
  const text = (what: string) => escaped(names[what] ?? "");
  const words = [h(text("heading")), p(text("word")), p(pictureOf(text("alt")))];
  const read = await readWordApart(rawDocument(words.join("")), getTemplate("case-study-1"));
  if (!read.ok || !found) throw new Error(JSON.stringify(read));
  reading = await keepForDraft(found, read.value);
  const actor = { kind: "holder", versionId: found.versionId } as const;
  const attached = await attachReady({ versionId: found.versionId, actor, file: aReadyPicture(names["file"]) });
  if (!attached.ok) throw new Error(attached.reason);
  const images = [{ attachment: attached.value.id, title: "", alt: names["alt"] ?? "", credit: "" }];
  const answers = { title: names["title"] ?? "", images };
  const saved = await saveRevision({ id: found.versionId, basedOn: 1, answers, actor });
  if (!saved.ok) throw new Error(saved.reason);
}

/** A picture as Word writes one, with what it shows. */
function pictureOf(alt: string): string {
  const schemas = "http://schemas.openxmlformats.org/";
  const [drawing, main] = [`${schemas}drawingml/2006/wordprocessingDrawing`, `${schemas}drawingml/2006/main`];
  const blip = `<a:blip xmlns:r="${schemas}officeDocument/2006/relationships" r:embed="rIdA"/>`;
  const pic = `<pic:pic xmlns:pic="${schemas}drawingml/2006/picture"><pic:blipFill>${blip}</pic:blipFill></pic:pic>`;
  const graphic = `<a:graphic xmlns:a="${main}"><a:graphicData>${pic}</a:graphicData></a:graphic>`;
  return `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}"><wp:docPr id="1" name="a" descr="${alt}"/>${graphic}</wp:inline></w:drawing></w:r>`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Where each name stands that only an editor or an import can write, and those of an author's beside them. */
const places = () => {
  const query = `topic=${slugs.topic}&support=${slugs.support}&collection=${slugs.collection}&council=${slugs.council}`;
  const everything = ["topic", "support", "collection", "council", "title"];
  return [
    shownAt("/", "topic", "title"),
    shownAt("/topics", "topic"),
    shownAt(`/topics/${slugs.topic}`, "topic", "title"),
    shownAt("/support-types", "support"),
    shownAt(`/support-types/${slugs.support}`, "support", "title"),
    shownAt("/collections", "collection"),
    shownAt(`/collections/${slugs.collection}`, "collection", "title"),
    shownAt("/councils?q=council", "council"),
    shownAt(`/councils/${slugs.council}`, "council", "title"),
    shownAt(`/case-studies?${query}`, ...everything),
    ...["atom", "json", "csv"].map((dress) => shownAt(`/case-studies.${dress}?${query}`, "council", "title", "topic")),
    shownAt(`/case-studies/${slug}`, "topic", "support", "council", "title", "alt"),
    shownAt(`/case-studies/${slug}.json`, "topic", "support", "council", "title", "alt"),
    shownAt(`/case-studies/${slug}.docx`, "topic", "council", "title", "alt"),
    shownAt(`/api/v1/case-studies?${query}`, "council", "title"),
    shownAt(`/api/v1/case-studies/${slug}`, "topic", "support", "council", "title", "alt"),
    shownAt("/api/v1/topics", "topic"),
    shownAt("/api/v1/support-types", "support"),
    shownAt("/api/v1/collections", "collection"),
    shownAt("/api/v1/councils", "council"),
    shownAt("/api/v1/suggest?q=topic", "topic"),
    shownAt(`/alerts/new?${query}`, "topic", "support", "collection", "council"),
    shownAt(`/case-studies/${slug}/suggest`, "title"),
    shownAt(`/case-studies/${slug}/problem`, "title"),
    shownAt("/submit/start", "council"),
    shownAt("/editor/catalogue", "topic", "support", "collection", "council"),
    shownAt("/editor/catalogue/topics", "topic"),
    shownAt("/editor/catalogue/support-types", "support"),
    shownAt("/editor/catalogue/collections", "collection"),
    shownAt("/editor/catalogue/councils?q=council", "council"),
    shownAt("/editor/imports", "import"),
    shownAt("/editor/history", "title"),
    shownAt(`/editor/review/${id}`, "topic", "title", "alt", "council"),
    shownAt("/editor/reports", "quiet"),
    shownAt("/editor/reports/topics/csv", "quiet"),
    shownAt("/editor/history/csv", "title"),
    shownAt(`/editor/review/${id}/case-study.docx`, "title", "council", "alt"),
    shownAt(`/editor/review/${id}/preview`, "title", "topic", "alt"),
    ...["import", "json", "list"].map((what) => shownAt(`/editor/imports/${imports[what]}`, what, "import")),
    shownAt(`/editor/imports/${imports["import"]}/report.csv`, "import"),
    shownAt(`/submit/${draft}/images`, "file", "alt"),
    shownAt(`/submit/${draft}/about`, "topic", "support", "title"),
    shownAt(`/submit/${draft}/check`, "title", "alt"),
    shownAt(`/submit/${draft}/word/${reading}`, "heading", "word", "alt"),
  ];
};

const ask = async (path: string): Promise<Reading & { status: number }> => {
  const answer = await fetch(`${site.addresses[0]}${path}`, { headers: { cookie } });
  const type = answer.headers.get("content-type") ?? "";
  return { status: answer.status, ...readAnswer(type, new Uint8Array(await answer.arrayBuffer())) };
};

test("names of topics, support types, collections, councils, imports and files are those words wherever they stand (V1.2.1, V1.2.3)", async () => {
  const wrong: string[] = [];
  for (const { path, what } of places()) {
    const { status, said, made } = await ask(path);
    // What is read of a Word file is shown as the Markdown that is kept, in which signs are escaped.
    const words = path.includes("/word/") ? said.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, "") : said;
    const missing = what.filter((one) => !words.includes(names[one] ?? ""));
    if (status !== 200 || made.length || missing.length)
      wrong.push(`${status} ${path} made ${made.join()} without ${missing.join()}`);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test("letters to readers have them as they are too", async () => {
  const mail = await listen();
  await oweDigests(new Date(Date.now() + 2 * 86_400_000));
  await sendLetters({ now: new Date(Date.now() + 2 * 86_400_000), limit: 500 });
  const { received } = mail;
  const digest = received.filter(({ to }) => JSON.stringify(to).includes("reader@council.example")).at(-1);
  const { html = "", text = "", subject = "" } = digest?.email ?? {};
  expect([text, subject].join("\n")).toContain(names["topic"]);
  expect(text).toContain(names["title"]);
  const drawn = readMarkup(html, false);
  expect(drawn.said).toContain(names["title"]);
  expect(received.flatMap(({ email }) => readMarkup(email.html ?? "", false).made)).toEqual([]);
});

test("a page, a feed, a table and a Word file that let them through would be noticed", () => {
  const name = hostileName("topic");
  expect(readMarkup(`<p title="${name}">${name}</p>`, false).made.length).toBeGreaterThan(0);
  expect(readMarkup(`<title>${name}</title>`, true).made.length).toBeGreaterThan(0);
  expect(readAnswer("text/csv", new TextEncoder().encode(`a,"${name.replaceAll('"', '""')}"\r\n`)).made).toHaveLength(
    1,
  );
  expect(readAnswer("text/csv", new TextEncoder().encode(`a,"'${name.replaceAll('"', '""')}"\r\n`)).made).toEqual([]);
});
