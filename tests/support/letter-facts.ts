import type { Facts } from "#lib/mail/letters.ts";

/** Everything a letter may say, about a case study in the middle of things. */
export const someFacts = (changes: Partial<Facts> = {}): Facts => ({
  name: "Jo Okafor",
  title: "Night buses for the harbour festival",
  council: "Dorset Council",
  reference: "CB-7F3A-91C2",
  versionId: "01a227c3-69a6-751a-8d6a-40b87f3a91c2",
  slug: "night-buses",
  version: 1,
  state: "submitted",
  reason: "Say what it cost in the second year as well.",
  actor: "Amira Hussain",
  publishAt: new Date("2027-03-01T09:30:00Z"),
  touchedAt: new Date("2026-08-01T10:00:00Z"),
  writtenAt: new Date("2026-10-16T10:00:00Z"),
  link: { token: "t".repeat(43), until: new Date("2026-11-06T10:00:00Z") },
  answerBy: new Date("2026-11-12T23:59:59.999Z"),
  edited: true,
  review: { askedOn: new Date("2028-02-02"), whom: "reader" },
  suggestion: {
    kind: "change",
    text: "The figure is for 2023.\nIt was halved since.",
    from: "reader@kent.example",
    answer: "You are right.\nIt says 2024 now.",
  },
  factCheck: {
    ...{ name: "Priya Nair", token: "t".repeat(43), until: new Date("2026-11-06T10:00:00Z"), verdict: "wrong" },
    remarks: [{ section: "impact", title: "The impact", text: "The figure is for 2023." }],
  },
  alert: {
    ...{ token: "t".repeat(43), confirmed: true, every: "every Monday", words: "night buses", lost: [] },
    ...{
      filters: ["Buses, in Transport", "Outcome: mixed"],
      list: "/case-studies?q=night+buses&topic=buses&sort=newest",
    },
    matches: [
      {
        ...{ slug: "night-buses", title: "Night buses for the harbour festival", councilName: "Dorset Council" },
        ...{ summary: "Three towns shared one late timetable.", publishedAt: new Date("2026-10-15T10:00:00Z") },
      },
    ],
    total: 13,
  },
  enquiry: {
    ...{ kind: "oneYear", name: "Transport team", token: "t".repeat(43), dueOn: new Date("2026-11-13"), shown: true },
    followUp: {
      told: "It still runs, with four busses.",
      text: "It still runs, with four buses.",
      reason: "It names a driver.",
    },
  },
  site: "https://casebook.example",
  contact: "editors@casebook.example",
  draftDays: { reminder: 76, deletion: 90 },
  ...changes,
});

/** Facts with nothing in them that can be missing. */
export const hardlyAnyFacts = (): Facts =>
  someFacts({
    ...{
      name: "",
      title: "",
      council: "",
      reference: "",
      versionId: null,
      slug: null,
      state: null,
      reason: "",
      actor: "",
    },
    ...{
      publishAt: null,
      answerBy: null,
      edited: false,
      review: null,
      touchedAt: null,
      link: null,
      suggestion: null,
      factCheck: null,
    },
    enquiry: null,
    alert: {
      ...{ token: "t".repeat(43), confirmed: false, every: "every day", words: "", filters: [], lost: [] },
      ...{ list: "/case-studies", matches: [], total: 0 },
    },
  });
