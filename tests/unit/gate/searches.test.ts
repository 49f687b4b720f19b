import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { createSearchNotes, type Note } from "#lib/gate/searches.ts";
import { createLog } from "#lib/ops/log.ts";

const log = createLog("silent");
const asked = (url: string, headers = {}, method = "GET") =>
  ({
    method,
    url,
    headers: { host: "casebook.example", accept: "text/html,*/*", ...headers },
  }) as unknown as IncomingMessage;
const page = (found?: number, status = 200) => ({ status, fields: {}, body: Buffer.alloc(0), found });
const from = (referer: string) => ({ referer });

async function notesOf(...answers: [IncomingMessage, ReturnType<typeof page>][]): Promise<Note[]> {
  const written: Note[] = [];
  const notes = createSearchNotes((some) => Promise.resolve(void written.push(...some)), log);
  for (const [request, answer] of answers) notes.note(request, answer);
  await notes.flush();
  return written;
}

describe("what is counted", () => {
  test("is a search by a reader, and the opening of one of its results", async () => {
    expect(
      await notesOf(
        [asked("/case-studies?q=bins&topic=arts"), page(4)],
        [asked("/case-studies/a-b", from("https://casebook.example/case-studies?q=bins")), page()],
      ),
    ).toEqual([
      { search: expect.stringMatching(/^\??q=bins&topic=arts$/) as string, found: 4 },
      { search: "?q=bins", found: null },
    ]);
  });

  test.each<[string, IncomingMessage, ReturnType<typeof page>]>([
    ["a page fetched ahead", asked("/case-studies?q=a", { "sec-purpose": "prefetch" }), page(1)],
    ["a program", asked("/case-studies?q=a", { accept: "*/*" }), page(1)],
    ["a page that is no search", asked("/case-studies?topic=arts"), page()],
    ["an error", asked("/case-studies?q=a"), page(1, 503)],
    ["HEAD", asked("/case-studies?q=a", {}, "HEAD"), page(1)],
    [
      "a result opened from elsewhere",
      asked("/case-studies/a", from("https://other.example/case-studies?q=a")),
      page(),
    ],
    [
      "one opened from a list without words",
      asked("/case-studies/a", from("https://casebook.example/case-studies")),
      page(),
    ],
    ["one opened from another page", asked("/case-studies/a", from("https://casebook.example/councils?q=a")), page()],
    ["a referrer that is none", asked("/case-studies/a", from("::::")), page()],
    ["another page opened from a search", asked("/about", from("https://casebook.example/case-studies?q=a")), page()],
  ])("is not %s", async (_, request, answer) => {
    expect(await notesOf([request, answer])).toEqual([]);
  });
});

test("what cannot be written is let go of, and the next is written", async () => {
  let failing = true;
  const written: Note[] = [];
  const notes = createSearchNotes(
    (some) => (failing ? Promise.reject(new Error("no database")) : Promise.resolve(void written.push(...some))),
    log,
  );
  notes.note(asked("/case-studies?q=one"), page(1));
  await notes.flush();
  failing = false;
  notes.note(asked("/case-studies?q=two"), page(1));
  await notes.flush();
  expect(written).toHaveLength(1);
});

test("no more than so many wait", async () => {
  const many = Array.from(
    { length: 1500 },
    () => [asked("/case-studies?q=a"), page(1)] as [IncomingMessage, ReturnType<typeof page>],
  );
  expect(await notesOf(...many)).toHaveLength(1000);
});
