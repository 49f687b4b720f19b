import { randomBytes, randomUUID } from "node:crypto";
import { db } from "#lib/data/db.ts";
import { uploads } from "#lib/http/posts.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf } from "#tests/support/sessions.ts";
import { whereIs } from "#tests/support/tables.ts";
import { ask } from "./asking/ask.ts";
import { bodyOf, formsIn, type FoundForm } from "./asking/forms.ts";
import { addressOf, isLink, type Things } from "./table/addresses.ts";
import { statusOf, type Row } from "./table/row.ts";
import { table } from "./table/table.ts";
import { makeThings } from "./world/things.ts";

const id = randomUUID();
const slug = `planted-${randomBytes(6).toString("hex")}`;
const [number, moment] = ["987654321", "2031-07-08T09:10:11.000Z"];

/** Columns that nobody may set by naming them in a form, each with something that would be found again. */
const planted: readonly [name: string, value: string][] = [
  ...[
    "id",
    "versionId",
    "caseStudyId",
    "authorId",
    "editorId",
    "personId",
    "assigneeId",
    "writerId",
    "actorId",
    "userId",
  ].map((name): [string, string] => [name, id]),
  ...["revision", "latestRevision", "number", "position", "points"].map((name): [string, string] => [name, number]),
  ...["createdAt", "at", "emailProvedAt", "secondFactorAt", "publishAt", "expiresAt", "revokedAt", "usedAt"].map(
    (name): [string, string] => [name, moment],
  ),
  ...["slug", "councilId", "tokenHash", "suspicion", "template", "key.id"].map((name): [string, string] => [
    name,
    slug,
  ]),
  ...[
    ["state", "published"],
    ["status", "published"],
    ["role", "administrator"],
    ["active", "true"],
  ].map(([name = "", value = ""]): [string, string] => [name, value]),
  ["__proto__[role]", "administrator"],
];

/** One of those values, for whoever wants to see it found. */
export const plantIn = slug;

/** Forms that are there to change a role or to publish. */
const mayChangeRole = /\/people\/(change|invite)$/;
const mayPublish = /\/(decide|confirm|open)$/;

/** What was planted and stands somewhere now; what is kept of a form that was refused, for its sender, does not count. */
export const findPlanted = async (): Promise<string[]> =>
  (await whereIs(id, slug, number, moment.slice(0, 19).replace("T", " "), moment.slice(0, 19))).filter(
    (place) => !place.startsWith("Attempt."),
  );

const countPower = async () => ({
  administrators: await db.person.count({ where: { role: "administrator" } }),
  published: await db.version.count({ where: { state: "published" } }),
});

/**
 * Sends the form of a row as somebody who may, filled in as it stands on its page, and with more in it than the page asks for.
 *
 * @returns what is wrong, and whether the page with the form was found
 */
export async function plant(row: Row, address: string): Promise<{ wrong: string[]; found: boolean }> {
  const { things } = await makeThings();
  const cookie = isLink(row[2]) ? "" : await cookieOf((await aPerson("administrator")).id);
  const path = addressOf(row, things);
  const form = await findForm(row, { path, things, cookie, address });
  const named = new Set(form?.fields.map(([name]) => name));
  const isMultipart = uploads.some((one) => one.test(path));
  const fields = [
    ...(form?.fields ?? [["basedOn", "1"]]),
    ...planted.filter(([name]) => !named.has(name)),
  ] as FoundForm["fields"];
  const { type, body } = bodyOf({ fields, isMultipart });
  const headers = { origin: address, cookie, "content-type": type };

  const before = await countPower();
  const { status } = await ask({ address }, { method: "POST", path, headers, body });
  const after = await countPower();
  const wrong = (await findPlanted()).map((place) => `what was added to the form stands in ${place}`);
  if (status !== statusOf(row) && ![200, 400].includes(status)) wrong.push(`${status}, not ${statusOf(row)}`);
  if (after.administrators > before.administrators && !mayChangeRole.test(row[1])) wrong.push("made an administrator");
  if (after.published > before.published && !mayPublish.test(row[1])) wrong.push("published something");
  return { wrong, found: form !== undefined };
}

interface Place {
  path: string;
  things: Things;
  cookie: string;
  address: string;
}

/** The form that is sent to a path, on the page that is nearest to it. */
async function findForm(
  [, route, opens]: Row,
  { path, things, cookie, address }: Place,
): Promise<FoundForm | undefined> {
  const pages = table
    .filter(
      ([method, page, who]) =>
        method === "GET" && !/\.\w+$|\/csv$|files/.test(page) && (who === opens || !isLink(opens)) && who !== "nowhere",
    )
    .map((row) => ({ page: addressOf(row, things), near: shared(row[1], route) }))
    .toSorted((one, two) => two.near - one.near)
    .slice(0, 6);
  for (const { page } of pages) {
    const { text } = await ask({ address }, { method: "GET", path: page, headers: { cookie } });
    const form = formsIn(text).find(({ action }) => action.split("?")[0] === path);
    if (form) return form;
  }
  return undefined;
}

/** How many parts two routes begin with alike. */
function shared(one: string, other: string): number {
  const [mine, theirs] = [one.split("/"), other.split("/")];
  const at = mine.findIndex((part, place) => part !== theirs[place]);
  return at === -1 ? mine.length : at;
}
