import { describe, expect, test } from "vitest";
import { mayAskFactCheck, mayRevokeFactCheck } from "#lib/domain/workflow/decide.ts";
import { flawOf, keptAnswer, longestRemark, standingOf, type Standing } from "#lib/domain/workflow/fact-checks.ts";
import { states, type State } from "#lib/domain/workflow/states.ts";
import { actors, now, type Who } from "./expected.ts";

const everybody = Object.keys(actors) as Who[];
const editors: Who[] = ["writingEditor", "otherEditor", "writingAdministrator", "otherAdministrator"];

test.each(states)("who may ask somebody outside about what is %s", (state) => {
  const allowed = everybody.filter((who) => mayAskFactCheck(state, actors[who]));
  expect(allowed.toSorted()).toEqual(["in_review", "accepted"].includes(state) ? editors.toSorted() : []);
});

test("any editor may take a question back, and nobody else", () => {
  expect(everybody.filter((who) => mayRevokeFactCheck(actors[who])).toSorted()).toEqual(editors.toSorted());
});

describe("whether an answer still counts", () => {
  const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
  const asked = { state: "in_review", expiresAt: after, revokedAt: null, answeredAt: null } as const;

  test.each<[string, Partial<Parameters<typeof standingOf>[0]>, Standing]>([
    ["asked", {}, "open"],
    ["to its last moment", { expiresAt: now }, "expired"],
    ["too late", { expiresAt: before }, "expired"],
    ["taken back", { revokedAt: before }, "revoked"],
    ["taken back, then too late", { revokedAt: before, expiresAt: before }, "revoked"],
    ["answered", { answeredAt: before }, "answered"],
    ["answered in time, and looked at long after", { answeredAt: before, expiresAt: before }, "answered"],
    ["answered, and the text published since", { answeredAt: before, state: "published" }, "answered"],
  ])("%s", (_, changes, standing) => expect(standingOf({ ...asked, ...changes }, now)).toBe(standing));

  const useful: State[] = ["submitted", "in_review", "changes_requested", "accepted", "scheduled"];
  test.each(states)("about a text that is %s by now", (state) => {
    expect(standingOf({ ...asked, state }, now)).toBe(useful.includes(state) ? "open" : "over");
  });
});

describe("an answer", () => {
  const sections = ["about", "impact"];
  const right = { verdict: "right", remarks: {} } as const;

  test("is kept tidy, without what says nothing and what belongs to no section", () => {
    const remarks = { impact: " The figure\r\nis for 2023. ", about: " \n", elsewhere: "x" };
    expect(keptAnswer({ verdict: "wrong", remarks }, sections)).toEqual({
      verdict: "wrong",
      remarks: { impact: "The figure\nis for 2023." },
    });
  });

  test.each([
    ["may be a bare yes", right, null],
    ["may be a yes with remarks", { ...right, remarks: { about: "It was spring." } }, null],
    ["that asks for changes says which", { verdict: "wrong", remarks: {} }, "remarks-missing"],
    ["may ask for changes to one section", { verdict: "wrong", remarks: { about: "It was spring." } }, null],
    ["has room for so much", { ...right, remarks: { about: "🚌".repeat(longestRemark) } }, null],
    ["has no room for more", { ...right, remarks: { about: "🚌".repeat(longestRemark + 1) } }, "remark-too-long"],
  ] as const)("%s", (_, answer, flaw) => expect(flawOf(answer)).toBe(flaw));
});
