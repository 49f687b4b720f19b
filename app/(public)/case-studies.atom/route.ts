import { atomOf } from "#lib/feeds/atom.ts";
import { answerAs } from "../feeds/answer.ts";
import { readFeed } from "../feeds/document.ts";

/** The listing as an Atom feed. */
export const GET = (request: Request) =>
  answerAs("atom", request, async (asked) => atomOf(await readFeed("atom", asked)));
