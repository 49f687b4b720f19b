import { held, level1, level2, proved, provedBut, unmet, type Requirement } from "../requirement.ts";

/** V6, who somebody is. */
export const authentication: readonly Requirement[] = [
  level1("V6.1.1", "Written down: what keeps guessers away, and that it locks nobody out", proved),
  level2(
    "V6.1.3",
    "Written down: all ways to sign in, and that they are as strong as each other",
    held(
      "README, “What it does today” and Settings (OIDC_SECOND_FACTOR): a mailed link or the council's provider, and a second factor after either",
    ),
  ),
  level1(
    "V6.3.1",
    "Guessing is slowed down as written",
    provedBut(
      "six links an hour can be asked for to one address, and a stranger can use them up; those that came work for their ten minutes",
    ),
  ),
  level1("V6.3.2", "There are no accounts from the start", proved),
  level2("V6.3.3", "Nobody comes in by one factor alone", proved),
  level2("V6.3.4", "Every way in asks for as much", proved),
  level1("V6.4.1", "A link that lets somebody in is random, short-lived and works once", proved),
  level1("V6.4.2", "No secret questions", held("there are none; nothing in prisma/schema.prisma could hold an answer")),
  level2(
    "V6.4.4",
    "A lost factor is replaced as carefully as the first was set up",
    held(
      "an administrator has it forgotten (lib/commands/staff/reset-second-factor.ts), then a mailed link, as when it was set up first",
    ),
  ),
  level2("V6.5.1", "Codes and links work once", proved),
  level2(
    "V6.5.2",
    "Recovery codes are kept as hashes",
    unmet("they are encrypted with a key made from SECRET instead, so that their owner can look at them again"),
  ),
  level2(
    "V6.5.3",
    "Codes and keys come from a safe source of chance",
    held(
      "better-auth makes keys and recovery codes with the Web Crypto API; links are HMACs under SECRET (lib/data/submissions/links.ts)",
    ),
  ),
  level2("V6.5.4", "Recovery codes are long enough", held("ten letters and digits each, 59 bits")),
  level2(
    "V6.5.5",
    "Links last ten minutes at most, codes of an app 30 seconds",
    provedBut(
      "the code before and the one after the present one count as well (RFC 6238, 5.2), so that clocks may differ",
    ),
  ),
  level2(
    "V6.6.2",
    "A mailed link belongs to the request that asked for it",
    unmet(
      "it works in any browser, because many open their mail elsewhere than they asked; a second factor follows in either",
    ),
  ),
  level2("V6.6.3", "Links cannot be guessed", proved),
  level2("V6.8.2", "What a provider says counts only with its signature", proved),
  level2("V6.8.4", "How strongly somebody signed in there is looked at", proved),
];
