import type { Requirement } from "./requirement.ts";
import { authentication } from "./requirements/authentication.ts";
import { authorization } from "./requirements/authorization.ts";
import { browser } from "./requirements/browser.ts";
import { coding } from "./requirements/coding.ts";
import { configuration } from "./requirements/configuration.ts";
import { cryptography } from "./requirements/cryptography.ts";
import { data } from "./requirements/data.ts";
import { encoding } from "./requirements/encoding.ts";
import { logging } from "./requirements/logging.ts";
import { requestsAndFiles } from "./requirements/requests-and-files.ts";
import { sessions } from "./requirements/sessions.ts";
import { tokens } from "./requirements/tokens.ts";
import { validation } from "./requirements/validation.ts";

/** Every requirement of levels 1 and 2 that applies to this site, in the standard's order. */
export const requirements: readonly Requirement[] = [
  ...encoding,
  ...validation,
  ...browser,
  ...requestsAndFiles,
  ...authentication,
  ...sessions,
  ...authorization,
  ...tokens,
  ...cryptography,
  ...configuration,
  ...data,
  ...coding,
  ...logging,
];

/** What the standard calls its chapters, by number. */
export const chapters: Readonly<Record<string, string>> = {
  V1: "Encoding and sanitization",
  V2: "Validation and business logic",
  V3: "The browser",
  V4: "Web services",
  V5: "Files",
  V6: "Authentication",
  V7: "Sessions",
  V8: "Authorization",
  V9: "Self-contained tokens",
  V10: "OAuth and OpenID Connect",
  V11: "Cryptography",
  V12: "Connections",
  V13: "Configuration",
  V14: "Data protection",
  V15: "Coding and architecture",
  V16: "Logging and errors",
  V17: "WebRTC",
};

/** Those that the product itself asks for, each with a test of its own or a reason why not. */
export const ownList: ReadonlySet<string> = new Set([
  ...["V1.2.1", "V1.2.2", "V1.2.3", "V1.2.4", "V1.2.9", "V1.3.1", "V1.3.4", "V1.3.5", "V1.3.6", "V1.3.11", "V1.5.1"],
  ...["V2.2.1", "V2.2.2", "V2.2.3", "V2.3.1", "V2.3.3", "V2.3.4", "V2.4.1", "V3.2.1", "V3.3.1", "V3.3.2", "V3.3.3"],
  ...["V3.3.4", "V3.4.1", "V3.4.2", "V3.4.3", "V3.4.4", "V3.4.5", "V3.4.6", "V3.5.1", "V3.5.3", "V3.7.2", "V4.1.1"],
  ...["V4.1.3", "V4.2.1", "V5.2.1", "V5.2.2", "V5.2.3", "V5.3.1", "V5.3.2", "V5.4.1", "V5.4.2", "V5.4.3", "V6.1.1"],
  ...["V6.3.1", "V6.3.2", "V6.3.3", "V6.4.1", "V6.5.1", "V6.5.5", "V7.2.3", "V7.2.4", "V7.3.1", "V7.3.2", "V7.4.1"],
  ...["V7.4.2", "V7.4.3", "V7.4.4", "V7.4.5", "V7.5.1", "V7.5.2", "V8.2.1", "V8.2.2", "V8.2.3", "V8.3.1", "V8.4.1"],
  ...["V11.5.1", "V12.1.1", "V12.2.1", "V13.2.2", "V13.3.1", "V13.4.1", "V13.4.2", "V13.4.3", "V13.4.4", "V13.4.5"],
  ...["V14.2.1", "V14.2.2", "V14.2.3", "V14.3.1", "V14.3.2", "V15.1.2", "V15.1.3", "V15.2.1", "V15.2.2", "V15.3.1"],
  ...["V15.3.3", "V15.3.4", "V15.3.6", "V15.3.7", "V16.2.5", "V16.3.1", "V16.3.2", "V16.4.1", "V16.5.1", "V16.5.2"],
  ...["V16.5.3"],
]);
