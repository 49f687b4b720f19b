/**
 * The secret from which tokens and signatures are made.
 *
 * @throws Error when none is set: the start program makes one for the embedded database and asks for one with any other
 */
export function readSecret(source: NodeJS.ProcessEnv = process.env): string {
  const secret = source["SECRET"] ?? "";
  if (secret.length < 32) throw new Error("SECRET must be set, to at least 32 random characters");
  return secret;
}
