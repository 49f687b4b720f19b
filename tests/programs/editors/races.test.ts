import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { askAs, sitesOfThisTest } from "#tests/support/editors-site.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf } from "#tests/support/sessions.ts";
import { often } from "#tests/support/thorough.ts";
import { aVersion } from "#tests/support/versions.ts";

const sites = sitesOfThisTest(2);

/** Two moves that exclude each other, from the state where both are possible. */
const pairs: [State, Move, Move][] = [
  ["in_review", "accept", "requestChanges"],
  ["in_review", "decline", "accept"],
  ["accepted", "publish", "reopen"],
  ["submitted", "take", "take"],
  ["accepted", "publish", "publish"],
];

test("pairs of editors act on one version at once, across two processes: one wins, the other sees why (V2.3.4)", async () => {
  const [one, other] = [await aPerson("editor"), await aPerson("editor")];
  const cookies = [await cookieOf(one.id), await cookieOf(other.id)] as const;
  for (let round = 0; round < often(15, 50); round++) {
    const [from, first, second] = pairs[round % pairs.length] ?? ["in_review", "accept", "decline"];
    const { id } = await aVersion(from);
    const before = await db.event.count({ where: { versionId: id } });
    const answers = await Promise.all(
      [first, second].map((move, index) =>
        askAs(sites.addresses[index] ?? "", cookies[index] ?? "", `/editor/review/${id}/decide`, {
          ...{ move, basedOn: "1", reason: `By editor ${index}` },
        }),
      ),
    );
    const label = `round ${round}: ${first} and ${second}`;
    expect(
      answers.map(({ status }) => status),
      label,
    ).toEqual([303, 303]);
    const won = answers.findIndex(({ location }) => location.includes("?done="));
    const lost = answers[1 - won];
    expect(lost?.location, label).toContain("?attempt=");
    expect(await db.event.count({ where: { versionId: id } }), label).toBe(before + 1);

    const why = await askAs(sites.addresses[1 - won] ?? "", cookies[1 - won] ?? "", lost?.location ?? "");
    expect(why.text, label).toContain("Somebody may have moved it on meanwhile");
    // By name, and when: both are called "A editor" here.
    expect(why.text, label).toContain("– A editor,");
  }
}, 240_000);
