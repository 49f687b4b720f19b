import { held, level1, level2, proved, provedBut, unmet, type Requirement } from "../requirement.ts";

const readme = "README, Decisions: “A session of an editor ends…”";

/** V7, sessions. */
export const sessions: readonly Requirement[] = [
  level2("V7.1.1", "Written down: when a session ends", held(readme)),
  level2("V7.1.2", "Written down: how many sessions somebody may have", held(readme)),
  level2("V7.1.3", "Written down: what a provider's session has to do with ours", held(readme)),
  level1("V7.2.1", "The server looks at every session itself", proved),
  level1("V7.2.2", "A session has a token made for it", proved),
  level1("V7.2.3", "Tokens are random and long", provedBut("a session's token is kept as it is, not as a hash")),
  level1("V7.2.4", "Signing in makes a new token and ends the old one", proved),
  level2("V7.3.1", "A session that nobody uses ends", proved),
  level2("V7.3.2", "Every session ends some time", proved),
  level1("V7.4.1", "A session that has ended opens nothing", proved),
  level1("V7.4.2", "Whoever loses access loses their sessions", proved),
  level2("V7.4.3", "After a change of factors the other sessions can be ended", proved),
  level2("V7.4.4", "Every page behind the sign-in has a way to sign out", proved),
  level2("V7.4.5", "An administrator can end somebody's sessions", proved),
  level2(
    "V7.5.1",
    "Factors are changed only by who signs in anew",
    unmet(
      "recovery codes are shown and made anew in a session without a code being asked again; an app in use can be replaced only through an administrator",
    ),
  ),
  level2(
    "V7.5.2",
    "People see their sessions and can end them",
    unmet("an editor sees all and can end all, without a code being asked again; a single one cannot be ended"),
  ),
  level2("V7.6.1", "Sessions follow the provider's as written", held(`${readme}; lib/auth/visitor.ts`)),
  level2(
    "V7.6.2",
    "A session begins only where somebody asked for it",
    unmet(
      "/sign-in/provider is a link: another site can lead there, and whoever the provider knows already is signed in without a press",
    ),
  ),
];
