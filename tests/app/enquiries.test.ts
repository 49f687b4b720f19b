import { expect, test } from "vitest";
import EnquiryPage from "#app/(contributor)/enquiries/[token]/page.tsx";
import { POST } from "#app/(contributor)/enquiries/[token]/answer/route.ts";
import { anEnquiry } from "#tests/support/enquiries.ts";
import { wordsOn } from "#tests/support/drawn.ts";
import { posted } from "#tests/support/posted.ts";

async function asked() {
  const { token } = await anEnquiry();
  const params = Promise.resolve({ token });
  return {
    /** Sends an answer. @returns what its address has after the page's own */
    answer: async (fields: Record<string, string>) => {
      const { headers } = await POST(posted({ answer: "", words: "", ...fields }), { params });
      return new URL(headers.get("location") ?? "", "http://a.example").searchParams.get("attempt");
    },
    read: (attempt: string | null) =>
      wordsOn(EnquiryPage({ params, searchParams: Promise.resolve(attempt ? { attempt } : {}) })),
  };
}

test("a page with an earlier slip on it says that the answer after it was taken, and gives nothing back", async () => {
  const { answer, read } = await asked();
  const slip = await answer({ words: "The figure is for 2023." });
  expect(await read(slip)).toContain("Choose what you say to the editors");
  expect(await answer({ answer: "needsChanges", words: "The figure is for 2023." })).toBeNull();
  for (const address of [null, slip]) {
    const page = await read(address);
    expect(page).toContain("The editors have your answer");
    expect(page).not.toMatch(/answered already|could not be saved/);
  }
});

test("a second answer is said not to have been kept, with its words, whatever it lacks", async () => {
  for (const second of ["needsChanges", "stillRight", ""]) {
    const { answer, read } = await asked();
    await answer({ answer: "stillRight" });
    expect(await answer({ answer: "stillRight" })).toBeNull();
    const page = await read(await answer({ answer: second, words: "Our telephone has another number." }));
    expect(page).toContain("This was answered already");
    expect(page).toContain("Our telephone has another number.");
  }
});
