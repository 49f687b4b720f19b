import { addPerson } from "#lib/commands/people/add-person.ts";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { claimLetter, markFailed, oweLetter } from "#lib/data/letters/letters.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { createLink, findLinkOf, tokenOf } from "#lib/data/submissions/links.ts";
import { keepReading } from "#lib/data/submissions/word-readings.ts";
import { aNextVersion } from "./next-versions.ts";
import { aPerson } from "./people.ts";
import { aPicture } from "./pictures.ts";
import { aDraft, answersOf, aVersion, someAnswers, walkTo } from "./versions.ts";

export const canary = { name: "Quillon Zebedee", email: "quillon_z@canary.example", phone: "07700 900123" };
const now = new Date();
const shown = { contactConsent: true };

/** Somebody whose details stand in every place where the site may keep them. */
export async function somebodyEverywhere() {
  const { id } = await addPerson({ ...canary, emailProvedAt: now });
  const author = { kind: "person", id, role: "contributor" } as const;
  const editor = await aPerson("editor");
  const begin = async (title: string, contact = canary) => {
    const answers = someAnswers({ title, solution: `Ask ${canary.name} at ${canary.email}.`, ...shown });
    const { versionId, caseStudyId } = await aDraft({ answers, contact, personId: id });
    return { id: versionId, caseStudyId, latestRevision: 1, author, editor };
  };
  const published = await begin("Published with a canary");
  await walkTo("published", published);
  const next = await aNextVersion(published);
  const declined = await begin("Declined with a canary");
  await walkTo("declined", declined);
  const draft = await begin("A draft with a canary", { ...canary, email: "team@canary.example" });
  const picture = await aPicture(draft, { name: `${canary.name}.webp` });
  const others = await aVersion("published", { title: "Somebody else’s with a canary", ...shown });
  const { contact } = await answersOf(others.id);
  await db.contact.update({
    where: { id: String(contact) },
    data: { ...canary, email: canary.email.toUpperCase() },
  });
  const checked = await aVersion("in_review", { title: "Checked by a canary" });
  await askFactCheck({ versionId: checked.id, basedOn: 1, ...canary, note: "", actor: editor });
  const factCheck = await db.factCheck.findFirstOrThrow({ where: { versionId: checked.id } });
  const answer = { verdict: "wrong", remarks: { impact: `${canary.name} was not there` } } as const;
  await keepAttempt(`/fact-check/${tokenOf(factCheck.id)}`, { typed: answer, errors: {} });
  const said = { versionId: published.id, revision: 1, section: "impact", toCouncil: true, at: now };
  await db.comment.create({ data: { ...said, text: `Asked ${canary.name}`, writerId: id } });
  const suggestion = { caseStudyId: others.caseStudyId, text: `Ring ${canary.name}`, at: now };
  await db.suggestion.create({ data: { ...suggestion, key: crypto.randomUUID(), fromId: id } });
  const alert = { query: "q=x", frequency: "daily", tokenHash: Buffer.from("y"), askedAt: now, lookedAt: now };
  await db.alert.create({ data: { personId: id, ...alert } });
  await createLink(db, { purpose: "mine", personId: id, now });
  const link = await findLinkOf(db, draft.id, "draft", now);
  const token = link ? tokenOf(link.id) : (await createLink(db, { purpose: "draft", versionId: draft.id, now })).token;
  await keepAttempt(`/submit/${token}/email`, { typed: { email: `${canary.email}, too` }, errors: {} });
  await keepAttempt(`/submit/${token}/contact`, { typed: { name: canary.name }, errors: {} });
  const read = { contact: null, notUnderstood: [], mixed: {}, pictures: [] };
  const theirs = { ...read, answers: { lessons: `Ask ${canary.name}.` } };
  await keepReading({ versionId: draft.id, revision: 1, reading: theirs, pictures: [] });
  const elsewhere = { ...read, answers: {}, contact: { ...canary, email: canary.email.toUpperCase() } };
  await keepReading({ versionId: checked.id, revision: 1, reading: elsewhere, pictures: [] });
  await oweLetter(db, { kind: "mine", toId: id, now: new Date(0) });
  const owed = await claimLetter(new Date());
  if (owed) await markFailed(owed, { words: `550 ${canary.email}: no such mailbox`, gone: true, now });
  await db.letter.create({ data: { kind: "mine", address: canary.email, queuedAt: now } });
  const reason = { basedOn: 1, actor: others.editor, reason: `${canary.name} told us` };
  await moveVersion({ id: others.id, move: "withdraw", ...reason });
  return { id, published, next, declined, draft, picture, others, token, factCheck };
}
