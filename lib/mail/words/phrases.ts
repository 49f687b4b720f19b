import { dayInWords } from "#lib/domain/calendar/london-days.ts";
import { shortened } from "../one-line.ts";
import type { Facts, Letter } from "../letters.ts";

const london = { timeZone: "Europe/London" } as const;
const weekdayOf = new Intl.DateTimeFormat("en-GB", { ...london, weekday: "long" });
const clockOf = new Intl.DateTimeFormat("en-GB", { ...london, hour: "numeric", minute: "2-digit", hour12: true });

/** "1 March 2027" */
export const onDay = dayInWords;

/** "9am on Monday 1 March 2027", as a clock in London shows it. */
export const atTime = (date: Date) => `${clockTime(date)} on ${weekdayOf.format(date)} ${onDay(date)}`;

function clockTime(date: Date): string {
  const written = clockOf
    .format(date)
    .replace(/[\s\u202f]/g, "")
    .replace(":00", "")
    .replace(/^0(?=[ap]m|:)/, "12");
  return { "12am": "midnight", "12pm": "midday" }[written] ?? written;
}

export const hello = ({ name }: Facts) => (name ? `Hello ${shortened(name, 60)},` : "Hello,");

/** The case study by its title, for a sentence. */
export const called = ({ title }: Facts) => (title ? `“${unquoted(shortened(title, 100))}”` : "your case study");

/** Quotation marks of a title that stands in quotation marks. */
const unquoted = (title: string) => title.replaceAll("“", "‘").replaceAll("”", "’");

/** The same to begin a sentence with. */
export const calledFirst = (facts: Facts) => (facts.title ? called(facts) : "Your case study");

/** The same for an editor, with whose it is. */
export const calledWithCouncil = (facts: Facts) =>
  (facts.title ? called(facts) : "a case study without a title") +
  (facts.council ? ` (${shortened(facts.council, 100)})` : "");

/** A subject: what happened, then the title where there is one. */
export const about = (what: string, facts: Facts) => (facts.title ? `${what}: ${shortened(facts.title, 100)}` : what);

/** The reason that was given, unchanged. */
export const quoting = (by: string, { reason }: Facts): Pick<Letter, "quote"> =>
  reason ? { quote: { by, words: reason } } : {};

/** The number it is known by, as a sentence after another. */
export const withNumber = ({ reference }: Facts) => (reference ? ` Its reference number is ${reference}.` : "");

/** Who to ask, and the number to give. */
export const askUs = ({ contact, reference }: Facts) =>
  reference
    ? `If you have a question, write to ${contact} and give the reference number ${reference}.`
    : `If you have a question, write to ${contact}.`;

const signature = "The Casebook editors";

export const signed = (facts: Facts) => [askUs(facts), signature];

/** The end of a letter that may reach somebody who never asked for it. */
export const signedToStranger = (facts: Facts, what: string) => [
  `If it was not you who ${what}, somebody has typed your address by mistake. You do not need to do anything.`,
  ...signed(facts),
];
