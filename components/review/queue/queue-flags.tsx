import { longDate } from "#components/ui/words.ts";

export interface Flags {
  /** Until when its council has to answer about edited text, while it waits for that. */
  answerDue: Date | null;
  /** Whether somebody outside is checking its facts. */
  factsAsked: boolean;
  /** Whether it should have been published by now. */
  missedItsTime: boolean;
  late: boolean;
  sentAgain: boolean;
  secondLook: boolean;
  overdue: boolean;
  /** Why it was held, "" for no reason. */
  suspicion: string;
  /** What a mail server said of a letter to its author, "" where none was refused. */
  bounced: string;
}

/** What to know about a case study before opening it: each in words, behind a mark. */
export function QueueFlags(about: Flags) {
  const { answerDue, factsAsked, late, sentAgain, secondLook, overdue, suspicion, bounced } = about;
  const flags = [
    about.missedItsTime ? "Not published at its time" : "",
    late ? "Longer than councils are told" : "",
    sentAgain ? "Sent again" : "",
    answerDue ? `Waiting for the council’s answer, until ${longDate(answerDue)}` : "",
    factsAsked ? "Facts are being checked" : "",
    secondLook ? "Second look wanted" : "",
    overdue ? "Review overdue" : "",
    suspicion && `Spam suspected: ${suspicion}`,
    bounced && `A letter to its author was refused: ${bounced}`,
  ].filter(Boolean);
  if (!flags.length) return null;
  return (
    <ul aria-label="Flags" className="mt-1 flex flex-wrap gap-x-5 text-small">
      {flags.map((flag) => (
        <li key={flag} className="flag">
          {flag}
        </li>
      ))}
    </ul>
  );
}
