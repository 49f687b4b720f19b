import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { states, type State } from "#lib/domain/workflow/states.ts";
import { askAs, sitesOfThisTest } from "#tests/support/editors-site.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf, expiredCookieOf, overlongCookieOf } from "#tests/support/sessions.ts";
import { someOf } from "#tests/support/thorough.ts";
import { aVersion } from "#tests/support/versions.ts";
import { rows } from "#tests/support/workflow-table.ts";

const site = sitesOfThisTest();
const soon = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** What the product's words allow an editor, written down apart from the code's own table. */
function expected(move: Move, state: State, { wrote, administrator }: { wrote: boolean; administrator: boolean }) {
  const row = rows.find((one) => one.move === move);
  if (!row || row.by !== "editor" || !row.from.includes(state)) return "refused";
  const needsAnother = ["accept", "schedule", "unschedule", "publish"].includes(move);
  if (!needsAnother || !wrote) return "made";
  return administrator && move === "publish" ? "made" : "refused";
}

/** Puts a version straight into a state, so that thousands of tries need no thousands of walks. */
async function placeIn(state: State, id: string) {
  const held = state === "held" ? { stateBeforeHold: "submitted" as const } : { stateBeforeHold: null };
  await db.version.update({
    where: { id },
    data: { state, ...held, publishAt: state === "scheduled" ? new Date(soon) : null, secondLook: false },
  });
}

const decide = (cookie: string, id: string, move: string, assignee: string) =>
  askAs(site.addresses[0] ?? "", cookie, `/editor/review/${id}/decide`, {
    ...{ move, basedOn: "1", reason: "The figures were checked", assignee, day: soon, time: "09:00", redirectTo: "" },
  });

const eventsOf = (versionId: string) => db.event.count({ where: { versionId } });
const stateOf = async (id: string) => (await db.version.findUniqueOrThrow({ where: { id } })).state;

const everyMove = [...rows.map(({ move }) => move), "supersede", "start", "nonsense"];

/** Every move that is possible from a state, and some of those that are not. */
function movesToTry(state: State, turn: number): string[] {
  const possible = everyMove.filter((move) => rows.some((row) => row.move === move && row.from.includes(state)));
  const others = everyMove.filter((move) => !possible.includes(move));
  return [...possible, ...someOf(others, 4, turn)];
}

test.each([
  { who: "an editor", role: "editor", wrote: false },
  { who: "an editor who wrote some of it", role: "editor", wrote: true },
  { who: "an administrator", role: "administrator", wrote: false },
  { who: "an administrator who wrote some of it", role: "administrator", wrote: true },
] as const)(
  "$who can make the moves that are theirs, from every state, and no other (V8.2.1)",
  async ({ role, wrote }) => {
    const person = await aPerson(role);
    const other = await aPerson("editor");
    const version = await aPublishedVersion(wrote ? person.id : null);
    const cookie = await cookieOf(person.id);
    for (const [turn, state] of states.entries()) {
      for (const move of movesToTry(state, turn)) {
        await placeIn(state, version);
        const before = await eventsOf(version);
        const answer = await decide(cookie, version, move, other.id);
        const outcome = expected(move as Move, state, { wrote, administrator: role === "administrator" });
        const label = `${move} from ${state}: ${answer.status} ${answer.location}`;
        expect(answer.status, label).toBe(303);
        expect(answer.location.includes("?done="), label).toBe(outcome === "made");
        expect(await eventsOf(version), label).toBe(before + (outcome === "made" ? 1 : 0));
        if (outcome === "refused") expect(await stateOf(version), label).toBe(state);
      }
    }
  },
  240_000,
);

/** A version that has a page, so that it can be placed in any state. One of its revisions may be somebody's. */
async function aPublishedVersion(writerId: string | null): Promise<string> {
  const { id } = await aVersion("published");
  const { answers } = await db.revision.findFirstOrThrow({ where: { versionId: id } });
  const revision = { versionId: id, number: 0, answers: answers ?? {}, writerId, at: new Date() };
  await db.revision.create({ data: revision });
  return id;
}

test("nobody else can make any move: without a session, without a second factor, expired, deactivated, or no editor (V7.2.1, V7.3.1, V7.3.2, V7.4.2, V8.2.1)", async () => {
  const { id, author } = await aVersion("in_review");
  const editors = await Promise.all(Array.from({ length: 4 }, () => aPerson("editor")));
  const [half, idle, long, gone] = editors.map((editor) => editor.id) as [string, string, string, string];
  const callers: [name: string, cookie: string, status: number][] = [
    ["nobody", "", 401],
    ["somebody with a made-up cookie", "session=abc.def", 401],
    ["an editor without a second factor", await cookieOf(half, { secondFactor: false }), 401],
    ["an editor whose session was idle too long", await expiredCookieOf(idle), 401],
    ["an editor whose session is a week old", await overlongCookieOf(long), 401],
    ["an editor who was deactivated", await cookieOf(gone), 401],
    ["the author", await cookieOf(author.id), 403],
  ];
  await db.person.update({ where: { id: gone }, data: { active: false } });
  for (const [place, [name, cookie, status]] of callers.entries()) {
    for (const [turn, state] of states.entries()) {
      await placeIn(state, id);
      const before = await eventsOf(id);
      for (const move of someOf(everyMove, 5, place + turn)) {
        const answer = await decide(cookie, id, move, half);
        expect(answer.status, `${move} from ${state} by ${name}`).toBe(status);
      }
      expect([await stateOf(id), await eventsOf(id)], `${state} by ${name}`).toEqual([state, before]);
    }
  }
}, 240_000);
