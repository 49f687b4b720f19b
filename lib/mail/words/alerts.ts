import { daysToConfirm } from "#lib/domain/alerts/limits.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { shortened } from "../one-line.ts";
import type { Facts, Letter } from "../letters.ts";
import { askUs, hello, onDay, signed } from "./phrases.ts";

type Alert = NonNullable<Facts["alert"]>;

/** Confirms an alert, or says that there is one already. */
export function alert(facts: Facts): Letter {
  const about = alertIn(facts);
  const { confirmed, every } = about;
  const wanted = asked(about, typedByStranger);
  return {
    // Whoever types somebody else's address must not choose the words of the subject as well.
    subject: confirmed ? "You have this alert already" : "Confirm your alert",
    greeting: hello(facts),
    paragraphs: [
      `You asked Casebook to write to you ${every}, whenever there are new case studies${wanted && ` that match: ${wanted}`}.`,
      confirmed
        ? "You have had this alert for some time. The link below leads to it. There you can change how often it writes, or stop it."
        : `Open the link below and press the button on its page. Until then we send you nothing more, and after ${daysToConfirm} days the alert is deleted.`,
    ],
    button: {
      text: confirmed ? "See your alert" : "Confirm your alert",
      url: facts.site + mailedPaths.alert(about.token),
    },
    closing: [
      "If it was not you who asked, somebody has typed your address by mistake. You do not need to do anything.",
      ...signed(facts),
    ],
    unsubscribe: facts.site + mailedPaths.alertStop(about.token),
  };
}

/** What is new, and the way to all of it. */
export function digest(facts: Facts): Letter {
  const about = alertIn(facts);
  const { matches, total, list } = about;
  const more = total - matches.length;
  const news = total === 1 ? "1 new case study" : `${total} new case studies`;
  return {
    subject: shortened([news, inShort(about)].filter(Boolean).join(": "), 100),
    greeting: hello(facts),
    paragraphs: [
      asked(about)
        ? `${news} ${total === 1 ? "matches" : "match"} what you asked for: ${asked(about)}.`
        : `${news} ${total === 1 ? "has" : "have"} been published.`,
      ...(about.lost.length ? [`${lostIn(about)} This alert leaves that out.`] : []),
    ],
    items: matches.map(({ slug, title, summary, councilName, publishedAt }) => ({
      title,
      url: facts.site + mailedPaths.caseStudy(slug),
      about: [councilName, onDay(publishedAt)].filter(Boolean).join(", "),
      words: summary,
    })),
    button: { text: more > 0 ? `And ${more} more, newest first` : "See the whole list", url: facts.site + list },
    ...ending(facts, about),
  };
}

/** Nothing can match any more. */
export function alertLost(facts: Facts): Letter {
  const about = alertIn(facts);
  return {
    subject: "Your alert finds nothing any more",
    greeting: hello(facts),
    paragraphs: [
      lostIn(about) || "What your alert filters by is no longer on Casebook.",
      "Without it the alert would send you much that you never asked for, so it sends nothing. Choose new filters in the list and ask for a new alert there. This one is deleted after a month, unless what it filters by comes back.",
    ],
    button: { text: "See the list without it", url: facts.site + about.list },
    ...ending(facts, about),
  };
}

/** Whoever reads one of these has asked for it, and is told in each how to end it. */
const ending = (facts: Facts, { token, every }: Alert): Pick<Letter, "closing" | "ways" | "unsubscribe"> => ({
  closing: [
    `You asked for this e-mail, which comes ${every} and only when there is something to tell. An address that is given for an alert serves nothing else.`,
    askUs(facts),
  ],
  ways: [
    { text: "Change how often it comes", url: facts.site + mailedPaths.alert(token) },
    { text: "Stop this alert", url: facts.site + mailedPaths.alertStop(token) },
  ],
  unsubscribe: facts.site + mailedPaths.alertStop(token),
});

function alertIn({ alert: about }: Facts): Alert {
  if (!about) throw new Error("A letter about an alert has no alert");
  return about;
}

/** What an alert matches, to end a sentence with; "" for everything. */
function asked({ words, filters }: Alert, said = (typed: string) => `“${shortened(typed, 100)}”`): string {
  return [...(words ? [said(words)] : []), ...filters].join("; ");
}

/** The same for a subject, where there is little room. */
const inShort = ({ words, filters }: Alert) => [...(words ? [`“${shortened(words, 40)}”`] : []), ...filters].join("; ");

/** Words that a stranger may have typed are repeated only where they could be no address to lure somebody to. */
const typedByStranger = (typed: string) =>
  /^[\p{L}\p{M}\p{N} ,'’-]{1,60}$/u.test(typed) ? `“${typed}”` : "the words you searched for";

function lostIn({ lost }: Alert): string {
  const [first, ...others] = lost.map(({ group, slug }) => `“${slug}” (${group.toLowerCase()})`);
  if (!first) return "";
  const named = [first, ...others].join(" and ");
  return `Your alert filters by ${named}, which Casebook does not have any more.`;
}
