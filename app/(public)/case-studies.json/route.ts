import { jsonFeedOf } from "#lib/feeds/json-feed.ts";
import { answerAs } from "../feeds/answer.ts";
import { readFeed } from "../feeds/document.ts";

/** The listing as a JSON Feed. */
export const GET = (request: Request) =>
  answerAs("json", request, async (asked) => jsonFeedOf(await readFeed("json", asked)));
