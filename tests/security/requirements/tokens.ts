import { held, level1, level2, proved, unmet, type Requirement } from "../requirement.ts";

/** V9, tokens that say something themselves, and V10, OpenID Connect: forms' stamps, cursors of the API, and the provider's tokens. */
export const tokens: readonly Requirement[] = [
  level1("V9.1.1", "A token counts only with its signature", proved),
  level1("V9.1.2", "Only algorithms of our choice are taken", proved),
  level1(
    "V9.1.3",
    "Keys come from where we know, never from the token",
    held("lib/auth/identity-provider.ts: from the discovery document of OIDC_ISSUER"),
  ),
  level1("V9.2.1", "A token counts only in its time", proved),
  level2("V9.2.2", "A token counts only for its purpose", proved),
  level2("V9.2.3", "A token counts only here", proved),
  level2("V10.1.1", "The provider's tokens go no further than they must", proved),
  level2("V10.1.2", "An answer of the provider counts only for who went there", proved),
  level2("V10.2.1", "Nobody can be signed in by another's answer", proved),
  level2("V10.5.1", "An ID token cannot be used again", proved),
  level2("V10.5.2", "People are known by what the provider never gives to another", proved),
  level2(
    "V10.5.3",
    "A provider cannot pass itself off as another",
    unmet(
      "ID tokens have to come from whom the discovery document names; that this is OIDC_ISSUER itself, from where it was fetched, is not looked at",
    ),
  ),
  level2("V10.5.4", "An ID token is for this site", proved),
];
