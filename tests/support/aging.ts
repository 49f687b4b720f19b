import { readdir } from "node:fs/promises";
import { clearAlerts } from "#lib/commands/alerts/clear-alerts.ts";
import { clearImports } from "#lib/commands/imports/clear-imports.ts";
import { clearLinks } from "#lib/commands/letters/clear-links.ts";
import { forgetReporters } from "#lib/commands/review/forget-reporters.ts";
import { settleSuggestion } from "#lib/commands/review/settle-suggestion.ts";
import { deleteOldDrafts } from "#lib/commands/submissions/delete-old-drafts.ts";
import { remindOfOldDrafts } from "#lib/commands/submissions/remind-of-old-drafts.ts";
import { reportProblem } from "#lib/commands/submissions/report-problem.ts";
import { db } from "#lib/data/db.ts";
import { linkFor } from "#lib/data/letters/links.ts";
import { markEveryLetterSent, oweLetter } from "#lib/data/letters/letters.ts";
import { clearLimits, spend } from "#lib/data/limits.ts";
import { clearSessions } from "#lib/data/people/sessions.ts";
import { addSearches, clearSearches } from "#lib/data/searches/notes.ts";
import { clearAttempts, keepAttempt } from "#lib/data/submissions/attempts.ts";
import { clearReadings, keepReading } from "#lib/data/submissions/word-readings.ts";
import { anAlert } from "./alerts.ts";
import { check } from "./imports/importing.ts";
import { aRow, aTable } from "./imports/tables.ts";
import { aPerson } from "./people.ts";
import { aPicture } from "./pictures.ts";
import { cookieOf } from "./sessions.ts";
import { whereIs } from "./tables.ts";
import { aDraft, aVersion, someAnswers } from "./versions.ts";

const day = 24 * 60 * 60 * 1000;

/** Something that is kept for a time. */
interface Aging {
  /** Keeps it. @returns where it still is, asked at any time */
  keep: (now: Date) => Promise<() => Promise<string[]>>;
  /** What the job does at a moment. */
  end: (now: Date) => Promise<unknown>;
}

const canary = () => `canary-${crypto.randomUUID()}`;
const rowsOf = (place: string, count: () => Promise<number>) => async () => ((await count()) ? [place] : []);

/** By the row of the page on privacy: everything there that the clock ends. */
export const aging: Record<string, Aging> = {
  draft: {
    async keep(now) {
      const [name, email] = [canary(), `${canary()}@council.example`];
      const draft = await aVersion("draft", { title: name }, now);
      await db.person.update({ where: { id: draft.author.id }, data: { email } });
      const { caseStudyId } = draft;
      await db.contact.updateMany({ where: { caseStudyId }, data: { name, email: `${name}@council.example` } });
      const { key } = await aPicture(draft, { name: `${name}.webp`, now });
      const folder = process.env["FILES_DIR"] ?? "";
      return async () => [...(await whereIs(name, email)), ...(await readdir(folder)).filter((file) => file === key)];
    },
    async end(now) {
      await remindOfOldDrafts(new Date(now.getTime() - 14 * day));
      await markEveryLetterSent();
      await deleteOldDrafts(now);
    },
  },
  reading: {
    async keep(now) {
      const read = canary();
      const { versionId } = await aDraft({ answers: someAnswers() });
      const reading = { answers: { summary: read }, contact: null, notUnderstood: [], mixed: {}, pictures: [] };
      await keepReading({ versionId, revision: 1, reading, pictures: [] }, now);
      return () => whereIs(read);
    },
    end: (now) => clearReadings(now),
  },
  attempt: {
    async keep(now) {
      const typed = canary();
      await keepAttempt("/submit/start", { typed: { title: typed }, errors: {} }, now);
      return () => whereIs(typed);
    },
    end: (now) => clearAttempts(now),
  },
  reporter: {
    async keep(now) {
      const [email, actor] = [`${canary()}@reader.example`, await aPerson("editor")];
      const { caseStudyId } = await aVersion("published");
      const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
      const said = { kind: "link", text: "It leads nowhere.", key: crypto.randomUUID() } as const;
      await reportProblem({ slug: slug ?? "", ...said, email, now });
      const { id } = await db.suggestion.findFirstOrThrow({ where: { caseStudyId } });
      const settled = await settleSuggestion({ id, actor, answer: "It does now.", now });
      if (!settled.ok) throw new Error(settled.reason);
      return () => whereIs(email);
    },
    end: (now) => forgetReporters(now),
  },
  alertAsked: {
    async keep(now) {
      const { email, id } = await anAlert({ confirmed: false, query: { q: canary() }, now });
      return () => whereIs(email, id);
    },
    end: (now) => clearAlerts(now),
  },
  alertLetter: {
    async keep(now) {
      const { id } = await anAlert({ now });
      return rowsOf("Letter", () => db.letter.count({ where: { alertId: id } }));
    },
    end: (now) => clearAlerts(now),
  },
  link: {
    async keep(now) {
      const { id: personId } = await aPerson();
      await oweLetter(db, { kind: "mine", toId: personId, now });
      await linkFor({ purpose: "mine", versionId: undefined, personId }, now);
      return rowsOf("Letter", () => db.letter.count({ where: { toId: personId } }));
    },
    end: (now) => clearLinks(now),
  },
  search: {
    async keep(now) {
      const words = canary().replaceAll(/\d/g, "x");
      await addSearches([{ search: `?q=${words}`, found: 0 }], now);
      return rowsOf("SearchLog", () => db.searchLog.count());
    },
    end: (now) => clearSearches(now),
  },
  count: {
    async keep() {
      await spend("submit", { email: `${canary()}@council.example` });
      return rowsOf("LimitUse", () => db.limitUse.count());
    },
    end: (now) => clearLimits(now),
  },
  session: {
    async keep(now) {
      const { id: userId } = await aPerson("editor");
      await cookieOf(userId);
      // Used until the end, so that only its age ends it.
      const expiresAt = new Date(now.getTime() + 7.4 * day);
      await db.session.updateMany({ where: { userId }, data: { createdAt: now, expiresAt } });
      return rowsOf("Session", () => db.session.count({ where: { userId } }));
    },
    end: (now) => clearSessions(now),
  },
  importFile: { keep: (now) => anImport(now, "ImportPart"), end: (now) => clearImports(now) },
  importReport: { keep: (now) => anImport(now, "ImportRow"), end: (now) => clearImports(now) },
};

async function anImport(now: Date, place: "ImportPart" | "ImportRow") {
  const source = canary();
  const { id } = await check(aTable([aRow(1)]), { actor: null, source });
  await db.import.update({ where: { id }, data: { createdAt: now } });
  const where = { importId: id };
  const count = () => (place === "ImportPart" ? db.importPart.count({ where }) : db.importRow.count({ where }));
  return rowsOf(place, count);
}
