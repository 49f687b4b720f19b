import { describe, expect, test } from "vitest";
import { mayEditCatalogue, mayRevise, mayStartNextVersion } from "#lib/domain/workflow/decide.ts";
import { changesWhatIsPublic, openStates, pageStates, states } from "#lib/domain/workflow/states.ts";
import { actors, inState, type Who } from "./expected.ts";

const everybody = Object.keys(actors) as Who[];
const editors: Who[] = ["writingEditor", "otherEditor", "writingAdministrator", "otherAdministrator"];
const whoMay = (ask: (who: Who) => boolean) => everybody.filter(ask);

describe("changing the words of a version", () => {
  test.each(states)("%s", (state) => {
    const mine: Who[] = ["author", "holder"];
    const expected: Partial<Record<string, Who[]>> = { draft: mine, changes_requested: mine, in_review: editors };
    expect(whoMay((who) => mayRevise(inState(state), actors[who]))).toEqual(expected[state] ?? []);
  });

  test("a version nobody has put a name to is not everybody's", () => {
    const anonymous = inState("draft", { authorId: null });
    expect(whoMay((who) => mayRevise(anonymous, actors[who]))).toEqual(["holder"]);
  });
});

describe("starting the next version of a published case study", () => {
  const may = (lead: string | null, councils: string[]) =>
    whoMay((who) => mayStartNextVersion(actors[who], lead, councils));

  test("editors always may", () => {
    for (const [lead, councils] of [
      ["dorset", []],
      ["dorset", ["leeds"]],
      [null, []],
      [null, ["dorset"]],
    ] as const) {
      expect(may(lead, [...councils])).toEqual(editors);
    }
  });

  test("so may people confirmed for its lead council, but no link and no machine", () => {
    expect(may("dorset", ["leeds", "dorset"])).toEqual(["author", "stranger", ...editors]);
  });
});

test("only editors bring back an older version or choose what a case study is listed under", () => {
  expect(whoMay((who) => mayEditCatalogue(actors[who]))).toEqual(editors);
});

describe("states", () => {
  test("open ones are from submitted to scheduled, and none of them has a page", () => {
    expect(states.filter((state) => !(openStates as readonly string[]).includes(state))).toEqual([
      "draft",
      "published",
      "superseded",
      "declined",
      "withdrawn",
      "unpublished",
    ]);
    expect(pageStates).toEqual(["published", "withdrawn"]);
  });

  test("what the public sees changes with every step into or out of published, withdrawn and unpublished", () => {
    const shown = ["published", "withdrawn", "unpublished"];
    for (const from of [null, ...states]) {
      for (const to of states) {
        expect(changesWhatIsPublic(from, to)).toBe(shown.includes(from ?? "") || shown.includes(to));
      }
    }
  });
});
