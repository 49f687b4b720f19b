import { held, level1, level2, proved, provedBut, unmet, type Requirement } from "../requirement.ts";

/** V13, how it is set up. */
export const configuration: readonly Requirement[] = [
  level2(
    "V13.1.1",
    "Written down: whom the site talks to",
    held(
      "README, Settings (database, replicas, files, scanner, mail, provider) and Decisions (links that people name)",
    ),
  ),
  level2(
    "V13.2.1",
    "Parts know each other by short-lived credentials",
    unmet(
      "the database, the bucket, the mail server and the provider know the site by a password in a setting, as their makers offer it",
    ),
  ),
  level2("V13.2.2", "Parts may do no more than they have to", proved),
  level2(
    "V13.2.3",
    "No credential is one that everybody knows",
    held(
      "SECRET and POSTGRES_PASSWORD have no default; lib/programs/launch/secret.ts refuses a short one, compose.yaml a missing one",
    ),
  ),
  level2(
    "V13.2.4",
    "Written where the site may go, and it goes nowhere else",
    held(
      "only addresses in the settings, and links through lib/commands/upkeep/links, which leads to public addresses alone (V1.3.6)",
    ),
  ),
  level2(
    "V13.2.5",
    "The server may reach only what is listed",
    unmet("the program keeps to its settings, but nothing around it (firewall, compose.yaml) would stop it"),
  ),
  level2(
    "V13.3.1",
    "Secrets are kept in a vault, never in the code or an image",
    provedBut(
      "secrets come from the environment, or from a file of DATA_DIR with mode 600: a vault is for whoever runs the site",
    ),
  ),
  level2("V13.3.2", "Only what needs a secret can read it", proved),
  level1("V13.4.1", "No history of the code can be fetched", proved),
  level2("V13.4.2", "Nothing for debugging runs", proved),
  level2("V13.4.3", "No folder can be listed", proved),
  level2("V13.4.4", "TRACE is refused", proved),
  level2("V13.4.5", "Nothing for insiders can be read by others", proved),
];
