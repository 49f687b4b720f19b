import { randomInt } from "node:crypto";
import { mkdtemp, chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";

/** What was planted: texts that may be seen nowhere, those that one page may show, and secret addresses of two people. */
export interface Planted {
  folder: string;
  /** The demonstration shows its letters to everybody: a site on a database of its own does not. */
  databaseUrl: string;
  stop: () => Promise<void>;
  hidden: string[];
  shown: string[];
  /** The address of the page that shows them. */
  slug: string;
  people: { draft: string; track: string; cookie: string; name: string; marks: string[] }[];
}

/** Makes a data folder with somebody's details in every place that keeps them, two of each. */
export async function plant(): Promise<Planted> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-canaries-"));
  await chmod(folder, 0o755);
  process.env["FILES_DIR"] = join(folder, "files");
  const embedded = await startEmbedded(join(folder, "postgres"));
  await createDatabase(embedded.urlOf("postgres"), "casebook");
  await migrate(embedded.urlOf("casebook"));
  process.env["DATABASE_URL"] = embedded.urlOf("casebook");
  const planted = await sow();
  return { folder, databaseUrl: embedded.urlOf("casebook"), stop: () => embedded.stop(), ...planted };
}

async function sow(): Promise<Omit<Planted, "folder" | "databaseUrl" | "stop">> {
  const { loadReferenceLists } = await import("#prisma/seed/reference.ts");
  const { db } = await import("#lib/data/db.ts");
  const { addPerson } = await import("#lib/commands/people/add-person.ts");
  const { createLink } = await import("#lib/data/submissions/links.ts");
  const { aDraft, someAnswers, walkTo } = await import("#tests/support/versions.ts");
  const { cookieOf } = await import("#tests/support/sessions.ts");
  await loadReferenceLists();
  const now = new Date();
  const hidden: string[] = [];
  const shown: string[] = [];
  const mark = (what: string, list = hidden) => {
    const text = `qz${what}${crypto.randomUUID().slice(0, 8)}`;
    list.push(text);
    return text;
  };
  const someone = async (role: "contributor" | "editor") => {
    const [name, email] = [mark("name"), `${mark("mail")}@council.example`];
    const { id } = await addPerson({ name, email, role, emailProvedAt: now });
    return { kind: "person", id, role, name, email } as const;
  };
  const contact = (list: string[]) => ({
    ...{ name: mark("contact", list), email: `${mark("address", list)}@council.example` },
    phone: `0${randomInt(1_000_000_000, 9_999_999_999)}`,
  });
  const editor = await someone("editor");
  const published = async (title: string, details: ReturnType<typeof contact>, contactConsent: boolean) => {
    const author = await someone("contributor");
    const answers = someAnswers({ title, contactConsent });
    const { versionId: id, caseStudyId } = await aDraft({ answers, contact: details, personId: author.id });
    await walkTo("published", { id, author, editor });
    const aside = { versionId: id, revision: 1, section: "impact", text: mark("comment"), at: now };
    await db.comment.create({ data: { ...aside, toCouncil: true, writerId: editor.id } });
    const said = { caseStudyId, text: mark("suggestion"), answer: mark("answer"), at: now, fromId: author.id };
    await db.suggestion.create({ data: { ...said, key: crypto.randomUUID() } });
    await db.letter.create({
      data: { kind: "mine", address: author.email, refusal: mark("refusal"), queuedAt: now, sentAt: now },
    });
    await createLink(db, { purpose: "track", versionId: id, now });
    return caseStudyId;
  };
  const agreed = contact(shown);
  shown.push(agreed.phone);
  const silent = contact(hidden);
  hidden.push(silent.phone);
  const open = await published("A page with a contact", agreed, true);
  await published("A page without a contact", silent, false);
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: open } });

  const alert = { query: `q=${mark("query")}`, frequency: "daily", askedAt: now, lookedAt: now, confirmedAt: now };
  const reader = await someone("contributor");
  await db.alert.create({ data: { ...alert, tokenHash: Buffer.from("x"), personId: reader.id } });
  await db.attempt.create({
    data: { address: "/", typed: { name: mark("typed") }, errors: {}, expiresAt: new Date(Date.now() + 3_600_000) },
  });

  const people = [];
  for (const letter of ["A", "B"]) {
    const [author, signedIn] = [await someone("contributor"), await someone("editor")];
    const title = mark(`draft${letter}`);
    const { versionId } = await aDraft({
      answers: someAnswers({ title }),
      contact: contact(hidden),
      personId: author.id,
    });
    const { token: draft } = await createLink(db, { purpose: "draft", versionId, now });
    const { token: track } = await createLink(db, { purpose: "mine", personId: author.id, now });
    hidden.push(draft, track);
    const cookie = await cookieOf(signedIn.id);
    people.push({ draft, track, cookie, name: signedIn.name, marks: [title, signedIn.name, draft] });
  }
  await db.$disconnect();
  return { hidden, shown, slug: slug ?? "", people };
}
