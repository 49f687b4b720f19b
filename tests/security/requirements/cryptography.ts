import { held, level1, level2, proved, provedBut, unmet, type Requirement } from "../requirement.ts";

/** V11, cryptography, and V12, connections. */
export const cryptography: readonly Requirement[] = [
  level2(
    "V11.1.1",
    "Written down: how keys are made, changed and given up",
    unmet("README says which keys there are, not yet how each is changed and given up"),
  ),
  level2(
    "V11.1.2",
    "Written down: which keys and algorithms there are",
    unmet("README says which keys there are; algorithms are listed in this table alone"),
  ),
  level2(
    "V11.2.1",
    "Only implementations that others have proved",
    held("node:crypto and the Web Crypto API, and better-auth on top of @noble; none of our own"),
  ),
  level2(
    "V11.2.2",
    "Algorithms and keys can be exchanged",
    unmet(
      "a new SECRET makes every link that was sent, session and authenticator app void at once; nothing is encrypted anew",
    ),
  ),
  level2(
    "V11.2.3",
    "At least 128 bits of strength",
    held("HMAC-SHA-256 under a secret of at least 32 characters (lib/programs/launch/secret.ts)"),
  ),
  level1("V11.3.1", "No weak modes of encryption", proved),
  level1(
    "V11.3.2",
    "Only approved ciphers",
    held(
      "nothing of ours encrypts; better-auth keeps apps' keys and recovery codes under XChaCha20-Poly1305, ChaCha20-Poly1305 with a longer nonce",
    ),
  ),
  level2("V11.3.3", "What is encrypted cannot be changed unseen", held("XChaCha20-Poly1305 authenticates")),
  level1(
    "V11.4.1",
    "No broken hashes",
    provedBut("codes of authenticator apps are made with HMAC-SHA-1, as all those apps speak it (RFC 6238)"),
  ),
  level2(
    "V11.4.3",
    "Hashes for signatures are long enough",
    held("SHA-256, cut to no less than 132 bits where it names what was signed (lib/http/api/cursor.ts)"),
  ),
  level2("V11.5.1", "What must not be guessed has 128 random bits", proved),
  level2(
    "V11.6.1",
    "Only approved ways to sign",
    held("the site signs nothing with a public key; it checks ID tokens of the provider (better-auth, jose)"),
  ),
  level1(
    "V12.1.1",
    "TLS 1.2 and 1.3 alone",
    provedBut("of the reference nginx of compose.yaml; another server in front is for whoever runs the site"),
  ),
  level2("V12.1.2", "Only recommended ciphers", unmet("lies with the server in front")),
  level1(
    "V12.2.1",
    "Readers reach the site by TLS alone",
    provedBut("of the reference nginx of compose.yaml; another server in front is for whoever runs the site"),
  ),
  level1("V12.2.2", "The certificate is one that everybody trusts", unmet("lies with whoever runs the site")),
  level2(
    "V12.3.1",
    "The database, mail and everything else are reached by TLS",
    unmet("as DATABASE_URL, SMTP_URL and FILES_URL say: none is refused without TLS"),
  ),
  level2("V12.3.2", "Certificates of others are looked at", unmet("as those addresses say")),
  level2(
    "V12.3.3",
    "TLS between the parts of the site",
    held("the gate and those that make pages speak over sockets in a folder of their own, on one machine"),
  ),
  level2("V12.3.4", "With certificates that are trusted", held("nothing inside speaks over a network")),
];
