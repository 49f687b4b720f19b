import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface IdentityProvider {
  issuer: string;
  /** Where it has people sign in, if not at its own address. */
  signsInAt: string;
  /** What it will say of whoever comes back with a code. The nonce is that of their request. */
  says: Record<string, unknown>;
  /** Whose signature its tokens have. */
  signs: "itself" | "somebody else" | "nobody";
  close(): Promise<void>;
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An identity provider on this machine that speaks OpenID Connect. Whoever asks is let in with the code "right". */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  const provider: IdentityProvider = {
    issuer: "",
    signsInAt: "",
    says: {},
    signs: "itself",
    close: async () => undefined,
  };
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

  const idToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: provider.issuer, aud: "casebook", iat: now, exp: now + 300, ...provider.says };
    if (provider.signs === "nobody") return `${encoded({ alg: "none" })}.${encoded(claims)}.`;
    const key = provider.signs === "itself" ? privateKey : stranger;
    const signed = `${encoded({ alg: "RS256", kid: "one" })}.${encoded(claims)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
  };
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { issuer } = provider;
      const sent = new URLSearchParams(Buffer.concat(chunks).toString());
      if (request.url === "/.well-known/openid-configuration")
        return answer(200, {
          issuer,
          authorization_endpoint: `${provider.signsInAt || issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ["RS256"],
        });
      if (request.url === "/jwks") return answer(200, { keys: [jwk] });
      if (request.url !== "/token" || sent.get("code") !== "right") return answer(400, { error: "invalid_grant" });
      return answer(200, { access_token: "none", token_type: "Bearer", expires_in: 300, id_token: idToken() });
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = () => new Promise((closed) => server.close(() => closed()));
  return provider;
}
