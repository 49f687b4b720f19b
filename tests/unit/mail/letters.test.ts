import { describe, expect, test } from "vitest";
import { moves, type Rule } from "#lib/domain/workflow/moves.ts";
import { kindOf, letters, type Facts, type LetterKind } from "#lib/mail/letters.ts";
import { render } from "#lib/mail/render.ts";
import { hardlyAnyFacts, someFacts } from "#tests/support/letter-facts.ts";

const kinds = Object.keys(letters) as LetterKind[];
const all = kinds.flatMap((kind) => [
  { kind, having: "everything", letter: letters[kind].write(someFacts()) },
  { kind, having: "the next version", letter: letters[kind].write(someFacts({ version: 2, state: "unconfirmed" })) },
  { kind, having: "hardly anything", letter: letters[kind].write(hardlyAnyFacts()) },
]);
const reasoned = kinds.filter((kind) => (moves as Record<string, Rule>)[kind]?.reason === "required");

test.each(Object.entries(moves as Record<string, Rule>))("the move %s has a letter if it causes one", (kind, rule) => {
  expect(Object.hasOwn(letters, kind)).toBe(rule.letter !== "nobody");
});

test("a title with quotation marks stands within others", () => {
  const { text } = render(letters.withdraw.write(someFacts({ title: "Warm rooms “tested”" })));
  expect(text).toContain("“Warm rooms ‘tested’”");
});

test("a new version is said to be one", () => {
  expect(render(letters.publish.write(someFacts({ version: 2 }))).text).toContain("A new version of “");
  expect(render(letters.publish.write(someFacts({ version: 1 }))).text).not.toContain("new version");
});

test("whoever's case study is published is told when somebody will be asked about it, and who", () => {
  const { publish } = letters;
  const told = (review: Facts["review"]) => render(publish.write(someFacts({ review }))).text.replace(/\s+/g, " ");
  const askedOn = new Date("2027-09-18");
  expect(told({ askedOn, whom: "reader" })).toContain(
    "On 18 September 2027 we will ask you whether it is still right.",
  );
  expect(told({ askedOn, whom: "contact" })).toContain(
    "we will ask the contact on its page whether it is still right.",
  );
  expect(told({ askedOn, whom: "author" })).toContain("we will ask its author whether");
  expect(told({ askedOn: new Date("2026-10-01"), whom: "reader" })).toContain("Soon we will ask you whether");
  expect(told(null)).not.toContain("still right");
});

describe.each(all)("the letter $kind with $having", ({ letter }) => {
  const { subject, text, html } = render(letter);

  test("says something under a short subject", () => {
    expect(subject.length).toBeGreaterThan(8);
    expect([...subject].length).toBeLessThanOrEqual(160);
    expect(text.length).toBeGreaterThan(120);
    expect(html).toMatch(/^<!doctype html>/);
  });

  test("is polite without the words that linters of plain English strike out", () => {
    const words = `${subject}\n${text}`;
    expect(words.match(/\b(please|sorry|oops|unfortunately|invalid|kindly|regret)\b|!/gi)).toBeNull();
  });

  test("has no gap where a fact is missing", () => {
    expect(`${subject}\n${text}\n${html}`).not.toMatch(
      /undefined|null\b|NaN|Invalid Date|\[object|“”|\(\)| ,|^>?\s*$\n^>?\s*$\n^>?\s*$/m,
    );
  });
});

describe("the reason", () => {
  const words = "Say  what it cost:\r\n£20,000 or “less than that”?\n\n  Then send it again — we’ll look.";

  test("is asked for by moves whose letters then quote it", () => {
    expect(reasoned.toSorted()).toEqual([
      "decline",
      "release",
      "reopen",
      "requestChanges",
      "restore",
      "unpublish",
      "withdraw",
    ]);
  });

  test.each(reasoned)("stands in the letter %s word for word", (kind) => {
    const letter = letters[kind].write(someFacts({ reason: words }));
    expect(letter.quote?.words).toBe(words);
    const { text, html } = render(letter);
    const quoted = text.split("\n").filter((line) => line.startsWith(">"));
    expect(
      quoted
        .join(" ")
        .split(/[\s>]+/)
        .filter(Boolean),
    ).toEqual(words.split(/\s+/));
    expect(html).toContain(words.replace(/\r?\n/g, "<br>").replace("<br>  ", "<br>&nbsp;&nbsp;"));
  });
});

describe("a secret address", () => {
  const token = "t".repeat(43);

  test.each([
    ["start", `/submit/${token}`],
    ["staleDraft", `/submit/${token}`],
    ["confirmAddress", `/submit/confirm/${token}`],
    ["submit", `/track/${token}`],
    ["requestChanges", `/track/${token}`],
    ["mine", `/my-case-studies/${token}`],
    ["erase", `/erase/${token}`],
    ["askFactCheck", `/fact-check/${token}`],
    ["showEdits", `/track/${token}/edits`],
  ] as const)("is what the letter %s leads to", (kind, path) => {
    expect(letters[kind].write(someFacts()).button?.url).toBe(`https://casebook.example${path}`);
  });

  test("of nobody is needed to come to the desk from a letter", () => {
    for (const kind of ["confirm", "take", "handOver"] as const)
      expect(letters[kind].write(someFacts()).button?.url).toMatch(
        /^https:\/\/casebook\.example\/editor\/review\/[-\w]{36}$/,
      );
  });

  test("is in no letter to an editor", () => {
    const toEditors = ["confirm", "take", "handOver", "takeBack", "answerFactCheck", "approveEdits", "commentOnEdits"];
    for (const kind of toEditors as LetterKind[]) {
      expect(JSON.stringify(letters[kind].write(someFacts()))).not.toContain(token);
      expect(kindOf({ kind, event: null }).opens).toBeUndefined();
    }
  });
});

describe("what one letter says and no other", () => {
  const text = (kind: LetterKind, changes = {}) =>
    render(letters[kind].write(someFacts(changes))).text.replace(/\s+/g, " ");

  test.each([
    ["2027-03-01T09:30:00Z", "at 9:30am on Monday 1 March 2027"],
    ["2027-07-01T08:00:00Z", "at 9am on Thursday 1 July 2027"],
    ["2027-06-30T23:00:00Z", "at midnight on Thursday 1 July 2027"],
    ["2027-07-01T11:00:00Z", "at midday on Thursday 1 July 2027"],
    ["2027-06-30T23:05:00Z", "at 12:05am on Thursday 1 July 2027"],
    ["2027-07-01T11:45:00Z", "at 12:45pm on Thursday 1 July 2027"],
  ])("a publication at %s is announced for London’s clocks", (at, words) => {
    expect(text("schedule", { publishAt: new Date(at) })).toContain(words);
  });

  test("a publication gives the address of the page, a submission its number, a forgotten draft its last day", () => {
    expect(text("publish")).toContain("https://casebook.example/case-studies/night-buses");
    expect(text("submit")).toContain("Its reference number is CB-7F3A-91C2.");
    expect(text("confirmAddress")).toContain("until 6 November 2026");
    expect(text("staleDraft")).toContain("will be deleted on 30 October 2026");
    expect(text("staleDraft", { writtenAt: new Date("2027-01-01T10:00:00Z") })).toContain("deleted on 15 January 2027");
    expect(text("start", { draftDays: { reminder: 20, deletion: 30 } })).toContain("nobody touches for 30 days");
  });

  test("whoever is asked to check facts is told who asks, what for and until when", () => {
    const words = text("askFactCheck");
    expect(words).toMatch(
      /^Hello Priya Nair, Amira Hussain of Casebook, .* asks you to check the facts in “Night buses/,
    );
    expect(words).toContain("Amira Hussain wrote: > Say what it cost in the second year as well.");
    expect(words).toContain("It works until 6 November 2026.");
  });

  test("an answer about facts comes with what was said about each section, a bare yes without", () => {
    expect(text("answerFactCheck")).toContain("says: “Some things need to change.”");
    expect(letters.answerFactCheck.write(someFacts()).quote?.words).toBe("The impact: The figure is for 2023.");
    const { factCheck } = someFacts();
    const yes = factCheck && { ...factCheck, verdict: "right" as const, remarks: [] };
    expect(letters.answerFactCheck.write(someFacts({ factCheck: yes })).quote).toBeUndefined();
    expect(text("answerFactCheck", { factCheck: yes })).toContain("says: “The facts are right.”");
  });

  test("edited text is shown with a last day, which its comments do not change", () => {
    expect(text("showEdits")).toContain("until the end of 12 November 2026");
    expect(text("commentOnEdits")).toContain("As it is, it can be published after 12 November 2026.");
    expect(letters.commentOnEdits.write(someFacts()).quote?.words).toBe(someFacts().reason);
  });

  test("a submission is answered by the link that proves the address if it is not proved", () => {
    expect(kindOf({ kind: "submit", event: { toState: "unconfirmed" } })).toBe(letters.confirmAddress);
    expect(kindOf({ kind: "submit", event: { toState: "submitted" } })).toBe(letters.submit);
    expect(() => kindOf({ kind: "constructor", event: null })).toThrow("no words");
  });

  test("a title that a stranger chose is not in the subject of a letter to an address nobody has proved", () => {
    for (const kind of ["start", "confirmAddress", "mine"] as const)
      expect(letters[kind].write(someFacts({ title: "WIN AT evil.example" })).subject).not.toContain("evil");
  });
});
