import { signIn } from "#tests/support/signed-in.ts";
import { expect, test } from "vitest";
import { POST as setLeadTerm } from "#app/(editorial)/editor/review/[id]/lead-term/route.ts";
import { POST as startNext } from "#app/(editorial)/editor/review/[id]/next/route.ts";
import { POST as confirmReview } from "#app/(editorial)/editor/review/[id]/still-right/route.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** Where somebody is led who presses a button of a desk. */
async function press(handler: Handler, id: string) {
  const answer = await handler(posted({}), { params: Promise.resolve({ id }) });
  return answer.headers.get("location");
}

test("a button that can do nothing any more says so", async () => {
  const { id, editor } = await aVersion("published");
  await signIn(editor);
  expect(await press(confirmReview, id)).toBe(`/editor/review/${id}?noted=still-right`);
  expect(await press(setLeadTerm, id)).toBe(`/editor/review/${id}?noted=lead-term`);
  expect(await press(startNext, id)).toMatch(/^\/submit\/[\w-]{43}$/);

  const { id: other } = await aVersion("accepted");
  const gone = crypto.randomUUID();
  const notDone = (desk: string) => `/editor/review/${desk}?noted=not-done`;
  expect(await press(confirmReview, other)).toBe(notDone(other));
  expect(await press(startNext, other)).toBe(notDone(other));
  for (const handler of [confirmReview, setLeadTerm, startNext]) expect(await press(handler, gone)).toBe(notDone(gone));
});
