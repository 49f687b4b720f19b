import { randomBytes, randomUUID } from "node:crypto";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { attachFile } from "#lib/commands/files/attach-file.ts";
import { askForImport } from "#lib/commands/imports/ask-for-import.ts";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { createLink, type LinkPurpose } from "#lib/data/submissions/links.ts";
import { keepReading } from "#lib/data/submissions/word-readings.ts";
import { change } from "#tests/support/changing-terms.ts";
import { anAlert } from "#tests/support/alerts.ts";
import { anEnquiry } from "#tests/support/enquiries.ts";
import { aFactCheck } from "#tests/support/fact-checks.ts";
import { aJpeg, aWebp } from "#tests/support/files/pictures.ts";
import { aPerson } from "#tests/support/people.ts";
import { aDraft, answersOf, someAnswers, walkTo } from "#tests/support/versions.ts";
import type { Things } from "../table/addresses.ts";

/** Somebody's links with all they lead to. */
export interface Owned {
  things: Things;
  /** Stands in every text of theirs that is not public, and nowhere else. */
  mark: string;
  author: string;
  versions: string[];
}

const day = 24 * 60 * 60 * 1000;

/** What somebody has here who has done everything there is to do: a draft, what is in review, what is published, and a link to each. */
export async function makeThings(): Promise<Owned> {
  const mark = `q${randomBytes(9).toString("hex")}`;
  const email = `${mark}@council.example`;
  const { id: author } = await addPerson({ email, name: `Name ${mark}`, emailProvedAt: new Date() });
  const editor = await aPerson("editor");
  const start = (title: string) =>
    aDraft({
      answers: someAnswers({ title, challenge: `They said ${mark}.`, contactConsent: true }),
      contact: { name: `Contact ${mark}`, email: `contact-${mark}@council.example` },
      personId: author,
    });
  const by = { kind: "person", id: author, role: "contributor" } as const;

  const draft = await start(`Draft ${mark}`);
  const file = await attachTo(draft.versionId, by);
  await saveRevision({
    id: draft.versionId,
    basedOn: 1,
    answers: await answersOf(draft.versionId, { images: [{ attachment: file, title: "", alt: "A bus", credit: "" }] }),
    actor: by,
  });
  const reading = await aReading(draft.versionId, mark);

  const review = await start(`Review ${mark}`);
  const at = { id: review.versionId, caseStudyId: review.caseStudyId, latestRevision: 1, author: by, editor };
  await walkTo("in_review", at);
  const check = await aFactCheck(at, new Date(), {
    ...{ name: `Checker ${mark}`, email: `check-${mark}@council.example`, note: `Is ${mark} right?` },
  });
  const unproved = await start(`Unconfirmed ${mark}`);
  await db.person.update({ where: { id: author }, data: { emailProvedAt: null } });
  await walkTo("unconfirmed", { id: unproved.versionId, author: by, editor });
  await db.person.update({ where: { id: author }, data: { emailProvedAt: new Date() } });

  const enquiry = await anEnquiry("review", { title: `Public ${randomUUID().slice(0, 8)}` });
  const alert = await anAlert({ email: `alert-${mark}@reader.example` });
  await db.contributor.create({ data: { personId: author, councilId: "dorset", confirmedById: editor.id } });
  const link = (purpose: LinkPurpose, opens: { versionId?: string; personId?: string }) =>
    tokenFor({ purpose, ...opens });
  const published = await db.caseStudy.findUniqueOrThrow({ where: { id: enquiry.caseStudyId } });
  await link("track", { versionId: unproved.versionId });
  return {
    ...{ mark, author, versions: [draft.versionId, review.versionId, unproved.versionId] },
    things: {
      links: {
        draft: await link("draft", draft),
        confirm: await link("confirm", unproved),
        track: await link("track", review),
        mine: await link("mine", { personId: author }),
        erase: await link("erase", { personId: author }),
        signIn: await link("signIn", { personId: editor.id }),
        ...{ alert: alert.token, enquiry: enquiry.token, factCheck: check.token },
      },
      ...{ version: review.versionId, caseStudy: enquiry.caseStudyId, check: check.id, file, reading },
      ...{ slug: published.slug ?? "", council: "dorset", collection: await aCollection(enquiry) },
      ...{ change: await change({ do: "rename", id: "air-quality", name: `Air ${randomUUID().slice(0, 8)}` }) },
      import: await anImport(),
    },
  };
}

/** A link of somebody's as a letter carries it. */
export async function tokenFor(opens: { purpose: LinkPurpose; versionId?: string; personId?: string }, ends?: Date) {
  const { versionId = null, personId = null, purpose } = opens;
  const expiresAt = ends ?? new Date(Date.now() + day);
  return (await createLink(db, { purpose, versionId, personId, expiresAt, now: new Date() })).token;
}

async function attachTo(versionId: string, actor: Parameters<typeof attachFile>[0]["actor"]): Promise<string> {
  const content = await aJpeg(700, 400);
  const attached = await attachFile({ versionId, name: "bus.jpg", accept: "images", content, actor });
  if (!attached.ok) throw new Error("The picture was refused");
  return attached.value.id;
}

async function aReading(versionId: string, mark: string): Promise<string> {
  const kept = { bytes: await aWebp(20, 10), width: 20, height: 10 };
  const picture = { question: "images", heading: "", title: `Bus ${mark}`, alt: "A bus", credit: "", position: 0 };
  const pictures = [{ ...picture, width: 20, height: 10, attachment: null }];
  const reading = { answers: { lessons: `Ask ${mark}.` }, contact: null, notUnderstood: [], mixed: {}, pictures };
  return keepReading({ versionId, revision: 2, reading, pictures: [kept] });
}

async function aCollection({ caseStudyId }: { caseStudyId: string }): Promise<string> {
  const name = `Collection ${randomUUID().slice(0, 8)}`;
  const added = await addCollection({
    ...{ name, introduction: "Why.", caseStudyIds: [caseStudyId], actor: await aPerson("editor") },
  });
  if (!added.ok) throw new Error("The collection was refused");
  return added.value.id;
}

async function anImport(): Promise<string> {
  async function* parts() {
    yield Buffer.from("title,council\nNight buses,Dorset Council\n");
  }
  const asked = await askForImport({
    ...{ actor: await aPerson("administrator"), fileName: "old.csv", parts: parts(), source: "The old site" },
  });
  if (!asked.ok) throw new Error("The import was refused");
  return asked.value;
}
