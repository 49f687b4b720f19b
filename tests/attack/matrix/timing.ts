import { db } from "#lib/data/db.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { ask, type Answer } from "./asking/ask.ts";

const pairs = 15;

/** How much longer a form takes for an address that is known than for one that is not, asked in turn; and whether all else is alike. */
export async function compareKnown(address: string, path: string, role: "editor" | "contributor") {
  const known = await emailOf((await aPerson(role)).id);
  const times: [known: number[], strange: number[]] = [[], []];
  const answers = new Set<string>();
  for (let pair = 0; pair < pairs; pair++)
    for (const [place, email] of [known, `nobody-${pair}@nowhere.example`].entries()) {
      await db.limitUse.deleteMany();
      const headers = { origin: address, "content-type": "application/x-www-form-urlencoded" };
      const started = performance.now();
      answers.add(
        said(
          await ask({ address }, { method: "POST", path, headers, body: new URLSearchParams({ email }).toString() }),
        ),
      );
      times[place]?.push(performance.now() - started);
    }
  const [mine, theirs] = times.map((all) => all.toSorted((one, two) => one - two)[pairs >> 1] ?? 0);
  return { ratio: (mine ?? 0) / (theirs ?? 1), alike: answers.size === 1 };
}

const said = ({ status, headers, text }: Answer) =>
  `${status} ${headers.location} ${headers["set-cookie"]?.join()} ${text}`;
