import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { findProvider, type Provider } from "#lib/gate/guards/provider.ts";
import { startIdentityProvider } from "#tests/support/identity-provider.ts";
import { aGate } from "./a-gate.ts";

const elsewhere = "https://sign-in.council.example";
const stopped = (provider: Provider) => (onTestFinished(() => provider.stop()), provider);

test("people may be sent where the provider has them sign in, and to no third site", async () => {
  const identity = await startIdentityProvider();
  onTestFinished(() => identity.close());
  identity.signsInAt = elsewhere;
  const { isThere } = stopped(findProvider(identity.issuer));
  const places: Record<string, string> = {
    "/elsewhere": `${elsewhere}/authorize?x=1`,
    "/itself": `${identity.issuer}/a`,
  };
  const { ask } = await aGate(
    ({ url = "" }, response) => response.writeHead(302, { location: places[url] ?? "https://evil.example/" }).end(),
    { leadsTo: isThere },
  );
  await vi.waitFor(async () => expect((await ask("/elsewhere")).headers.location).toBe(places["/elsewhere"]));
  expect((await ask("/itself")).headers.location).toBe(places["/itself"]);
  expect(await ask("/third")).toMatchObject({ status: 500 });
});

test("a provider that is away at first is asked again", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(asked > 2 ? 200 : 503);
    response.end(JSON.stringify(asked > 2 ? { authorization_endpoint: `${elsewhere}/authorize` } : {}));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = stopped(findProvider(`${issuer}/`, 5));
  expect([provider.isThere(issuer), provider.isThere(elsewhere)]).toEqual([true, false]);
  await vi.waitFor(() => expect(provider.isThere(elsewhere)).toBe(true));
  expect(asked).toBe(3);
});
