const hour = 60 * 60;
const day = 24 * hour;
const megabyte = 1000;

/**
 * What somebody does that is counted. What is saved counts in kilobytes, the rest in times. A revision is a copy of
 * everything that is in a draft, however little of it was sent.
 */
export type Spending =
  | ("start" | "letter" | "list" | "submit" | "suggest" | "report" | "save" | "revision" | "read")
  | ("signIn" | "secondFactor" | "code" | "alert");

interface Limit {
  name: string;
  on: Spending;
  per: "address" | "email" | "emailFromAddress" | "draft" | "person" | "code";
  points: number;
  seconds: number;
  words: (points: number) => string;
}

/** Everything that may be done only so often. */
export const limits = [
  {
    ...{ name: "drafts-hour", on: "start", per: "address", points: 30, seconds: hour },
    words: (points) => `${points} case studies can be started in an hour from one internet connection`,
  },
  {
    ...{ name: "drafts-day", on: "start", per: "address", points: 100, seconds: day },
    words: (points) => `${points} case studies can be started in a day from one internet connection`,
  },
  {
    ...{ name: "letters-address", on: "letter", per: "address", points: 40, seconds: hour },
    words: (points) => `${points} e-mails can be asked for in an hour from one internet connection`,
  },
  {
    ...{ name: "letters-email", on: "letter", per: "email", points: 6, seconds: hour },
    words: (points) => `${points} e-mails to one e-mail address can be asked for in an hour`,
  },
  {
    ...{ name: "lists-email", on: "list", per: "email", points: 6, seconds: hour },
    words: (points) => `${points} links to one list of case studies can be asked for in an hour`,
  },
  // Both last as long as a link to sign in: whoever uses them up for an editor has sent them one that works meanwhile, so nobody can
  // keep an editor out.
  {
    ...{ name: "sign-ins-pair", on: "signIn", per: "emailFromAddress", points: 4, seconds: hour / 6 },
    words: (points) => `${points} links to sign in can be asked for in ten minutes from one internet connection`,
  },
  {
    ...{ name: "sign-ins-email", on: "signIn", per: "email", points: 12, seconds: hour / 6 },
    words: (points) => `${points} links to sign in can be asked for in ten minutes`,
  },
  {
    ...{ name: "second-factors", on: "secondFactor", per: "person", points: 10, seconds: hour / 4 },
    words: (points) => `${points} codes can be tried in a quarter of an hour`,
  },
  {
    ...{ name: "codes", on: "code", per: "code", points: 1, seconds: hour / 20 },
    words: (points) => `${points} use of each code`,
  },
  {
    ...{ name: "submissions-address", on: "submit", per: "address", points: 30, seconds: hour },
    words: (points) => `${points} case studies can be sent in an hour from one internet connection`,
  },
  {
    ...{ name: "submissions-email", on: "submit", per: "email", points: 20, seconds: day },
    words: (points) => `${points} case studies can be sent in a day with one e-mail address`,
  },
  {
    ...{ name: "suggestions", on: "suggest", per: "address", points: 20, seconds: hour },
    words: (points) => `${points} changes can be suggested in an hour from one internet connection`,
  },
  {
    ...{ name: "problems", on: "report", per: "address", points: 20, seconds: hour },
    words: (points) => `${points} problems can be reported in an hour from one internet connection`,
  },
  {
    ...{ name: "alerts-address", on: "alert", per: "address", points: 30, seconds: hour },
    words: (points) => `${points} alerts can be asked for in an hour from one internet connection`,
  },
  {
    ...{ name: "alerts-email", on: "alert", per: "email", points: 10, seconds: day },
    words: (points) => `${points} alerts can be asked for in a day with one e-mail address`,
  },
  {
    ...{ name: "bytes", on: "save", per: "address", points: 300 * megabyte, seconds: day },
    words: (points) => `${points / megabyte} MB can be saved in a day from one internet connection`,
  },
  {
    ...{ name: "saves-draft", on: "revision", per: "draft", points: 2000, seconds: day },
    words: (points) => `${points} changes to one case study can be saved in a day`,
  },
  {
    ...{ name: "saves-address", on: "revision", per: "address", points: 20_000, seconds: day },
    words: (points) => `${points} changes can be saved in a day from one internet connection`,
  },
  {
    ...{ name: "reads-address", on: "read", per: "address", points: 10_000, seconds: hour },
    words: (points) => `${points} answers of the API can be asked for in an hour from one internet connection`,
  },
] as const satisfies readonly Limit[];

type LimitName = (typeof limits)[number]["name"];

/** A limit that was hit, and in how many seconds it works again. */
export interface Hit {
  limit: LimitName;
  seconds: number;
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", dateStyle: "short" });

/** What a person is told who has hit a limit. Null for a name that is none. */
export function limitWords(name: string, seconds: number, now: Date): string | null {
  const limit = limits.find((one) => one.name === name);
  if (!limit) return null;
  // Seconds are not shown, so that the time said is never too early.
  const until = new Date(Math.ceil((now.getTime() + seconds * 1000) / 60_000) * 60_000);
  const later = date.format(until) === date.format(now) ? "" : " tomorrow";
  return `No more than ${limit.words(limit.points)}. It works again from ${clock.format(until)}${later}.`;
}
