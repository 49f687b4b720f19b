import type { Inapplicable } from "../requirement.ts";

/** What the standard asks of things that this site does not have. */
export const inapplicable: readonly Inapplicable[] = [
  {
    why: "Nobody has a password: editors come by a mailed link or their council's provider, authors by a secret link",
    level1: ["V6.2.1", "V6.2.2", "V6.2.3", "V6.2.4", "V6.2.5", "V6.2.6", "V6.2.7", "V6.2.8"],
    level2: ["V6.1.2", "V6.2.9", "V6.2.10", "V6.2.11", "V6.2.12", "V6.4.3", "V11.4.2", "V11.4.4"],
  },
  { why: "No codes by telephone", level1: [], level2: ["V6.6.1"] },
  { why: "No SAML, and one identity provider at most", level1: [], level2: ["V6.8.1", "V6.8.3", "V10.2.2"] },
  {
    why: "The site asks a provider who somebody is; it is none itself, takes no access tokens and issues none",
    level1: ["V10.4.1", "V10.4.2", "V10.4.3", "V10.4.4", "V10.4.5"],
    level2: [
      ...["V9.2.4", "V10.3.1", "V10.3.2", "V10.3.3", "V10.3.4", "V10.4.6", "V10.4.7", "V10.4.8", "V10.4.9"],
      ...["V10.4.10", "V10.4.11", "V10.6.1", "V10.6.2", "V10.7.1", "V10.7.2", "V10.7.3"],
    ],
  },
  { why: "The provider is offered no address to end our sessions by", level1: [], level2: ["V10.5.5"] },
  {
    why: "No LDAP, XPath, LaTeX, JNDI or memcache",
    level1: [],
    level2: ["V1.2.6", "V1.2.7", "V1.2.8", "V1.3.8", "V1.3.9"],
  },
  {
    why: "No code that manages memory by hand: TypeScript, with pictures opened by WebAssembly in a process apart",
    level1: [],
    level2: ["V1.4.1", "V1.4.3"],
  },
  { why: "No postMessage", level1: [], level2: ["V3.5.5"] },
  { why: "No GraphQL", level1: [], level2: ["V4.3.1", "V4.3.2"] },
  {
    why: "No WebSockets: the gate refuses a change of protocol",
    level1: ["V4.4.1"],
    level2: ["V4.4.2", "V4.4.3", "V4.4.4"],
  },
  { why: "No client certificates", level1: [], level2: ["V12.1.3"] },
  {
    why: "No WebRTC",
    level1: [],
    level2: ["V17.1.1", "V17.2.1", "V17.2.2", "V17.2.3", "V17.2.4", "V17.3.1", "V17.3.2"],
  },
];
