import { db } from "#lib/data/db.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { askAs } from "#tests/support/editors-site.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf } from "#tests/support/sessions.ts";
import { aVersion } from "#tests/support/versions.ts";

/** Two moves that exclude each other, from the state where both are possible. */
const pairs: readonly [State, Move, Move][] = [
  ["in_review", "accept", "requestChanges"],
  ["in_review", "decline", "accept"],
  ["accepted", "publish", "reopen"],
  ["accepted", "publish", "publish"],
];

/** @param fairly whether both see the same page @returns what was wrong */
export async function raceDecisions(addresses: readonly string[], rounds: number, { fairly = true } = {}) {
  const editors = [await aPerson("editor"), await aPerson("editor")];
  const cookies = await Promise.all(editors.map(({ id }) => cookieOf(id)));
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const [from, ...both] = pairs[round % pairs.length] ?? pairs[0]!;
    const { id } = await aVersion(from);
    const before = await db.event.count({ where: { versionId: id } });
    // Alone, nobody loses: whoever counts losers has to see that.
    const moves = fairly ? both : both.slice(0, 1);
    const answers = await Promise.all(
      moves.map((move, index) =>
        askAs(addresses[index] ?? "", cookies[index] ?? "", `/editor/review/${id}/decide`, {
          ...{ move, basedOn: "1", reason: `Words of editor ${index}` },
        }),
      ),
    );
    const name = `round ${round}, ${both.join(" and ")}`;
    const won = answers.filter(({ location }) => location.includes("?done="));
    const lost = answers.findIndex(({ location }) => location.includes("attempt="));
    const lines = (await db.event.count({ where: { versionId: id } })) - before;
    if (won.length !== 1 || lines !== 1) wrong.push(`${name}: ${won.length} won, and history has ${lines} lines more`);
    const why =
      lost < 0 ? "" : (await askAs(addresses[lost] ?? "", cookies[lost] ?? "", answers[lost]?.location ?? "")).text;
    if (!why.includes("A editor,")) wrong.push(`${name}: the loser is not told by whom`);
    if (!why.includes(`Words of editor ${lost}`)) wrong.push(`${name}: the loser's words are gone`);
  }
  return wrong;
}
