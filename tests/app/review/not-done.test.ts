import { signIn } from "#tests/support/signed-in.ts";
import { expect, test } from "vitest";
import { POST as setLeadTerm } from "#app/(editorial)/editor/review/[id]/lead-term/route.ts";
import { POST as startNext } from "#app/(editorial)/editor/review/[id]/next/route.ts";
import HistoryPage from "#app/(editorial)/editor/history/[caseStudyId]/page.tsx";
import ReviewPage from "#app/(editorial)/editor/review/[id]/page.tsx";
import { POST as setDay } from "#app/(editorial)/editor/review/[id]/review-by/route.ts";
import { POST as confirmReview } from "#app/(editorial)/editor/review/[id]/still-right/route.ts";
import { POST as ask } from "#app/(editorial)/editor/upkeep/ask/route.ts";
import { drawn } from "#tests/support/drawn.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** Where somebody is led who presses a button of a desk. */
async function press(handler: Handler, id: string, fields: Record<string, string> = {}) {
  const answer = await handler(posted(fields), { params: Promise.resolve({ id }) });
  return answer.headers.get("location");
}

test("a button that can do nothing any more says so", async () => {
  const { id, editor } = await aVersion("published");
  await signIn(editor);
  expect(await press(confirmReview, id)).toBe(`/editor/review/${id}?noted=still-right`);
  expect(await press(setLeadTerm, id)).toBe(`/editor/review/${id}?noted=lead-term`);
  expect(await press(startNext, id)).toMatch(/^\/submit\/[\w-]{43}$/);

  const gone = crypto.randomUUID();
  const notDone = (desk: string) => `/editor/review/${desk}?noted=not-done`;
  for (const handler of [confirmReview, setLeadTerm, startNext]) expect(await press(handler, gone)).toBe(notDone(gone));
});

test("what is for the published alone says so on the desk of what is not, as a failure", async () => {
  const { id, editor } = await aVersion("withdrawn");
  await signIn(editor);
  for (const handler of [confirmReview, startNext, setDay])
    expect(await press(handler, id, { day: "2100-01-01" })).toBe(`/editor/review/${id}?noted=not-published`);
  const asked = await ask(posted({ version: id }));
  expect(asked.headers.get("location")).toBe(`/editor/review/${id}?noted=not-published`);

  const desk = (searchParams: Record<string, string>) =>
    drawn(ReviewPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(searchParams) }));
  const html = await desk({ noted: "not-published" });
  expect(html).toMatch(/role="alert".*This was not done.*That is for what is published\. It is now: withdrawn\./s);
  expect(html).not.toContain('role="status"');
  expect(html).not.toMatch(/still-right|upkeep\/ask|\/next|review-by/);
  expect(html).toContain("while it is withdrawn");
  expect(await desk({ done: "withdraw" })).toMatch(/role="status".*Withdrawn/s);
});

test("an older version that could not be brought back is told as a failure", async () => {
  const { caseStudyId, editor } = await aVersion("published");
  await signIn(editor);
  const page = HistoryPage({
    params: Promise.resolve({ caseStudyId }),
    searchParams: Promise.resolve({ restored: "nothing" }),
  });
  expect(await drawn(page)).toMatch(/role="alert".*Nothing was brought back/s);
});
