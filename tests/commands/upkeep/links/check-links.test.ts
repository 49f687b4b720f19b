import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { checkLinks } from "#lib/commands/upkeep/links/check-links.ts";
import { internet, type Network } from "#lib/commands/upkeep/links/network.ts";
import { db } from "#lib/data/db.ts";
import { countLinks, listLinksToMend } from "#lib/data/upkeep/links.ts";
import { aVersion } from "#tests/support/versions.ts";

let port = 0;
const asked: string[] = [];
const broken = new Set(["/dead"]);
let atOnce = 0;
let most = 0;
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  most = Math.max(most, ++atOnce);
  setTimeout(() => {
    atOnce--;
    response.writeHead(broken.has(request.url ?? "") ? 404 : 200).end();
  }, 20);
});
const network: Network = {
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  mayAsk: (address, to) => address === "127.0.0.1" && to === port && !internet.mayAsk(address, to),
};
const night = (number: number) => new Date(Date.UTC(2027, 0, number, 2));
const link = (path: string) => ({ title: path, url: `http://site.example:${port}${path}` });

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.closeAllConnections());

describe("the check of links at night", () => {
  test("asks for each once, one after the other, goes on where a run ended, and lists what is broken by case study", async () => {
    const links = [link("/a"), link("/dead"), link("/b")];
    const { id, caseStudyId, editor } = await aVersion("published", { links });
    await aVersion("published", { links: [link("/a")] });
    await aVersion("accepted", { links: [link("/secret")] });

    expect(await checkLinks({ now: night(1), network, forMs: 0 })).toBe(0);
    expect(await checkLinks({ now: night(1), network })).toBe(4);
    // A 404 is asked for twice: the short question may not be known.
    expect(asked.toSorted()).toEqual(["/a", "/b", "/dead", "/dead"]);
    expect(most).toBe(1);
    expect(await checkLinks({ now: night(1), network })).toBe(0);
    await checkLinks({ now: night(2), network });

    const rows = await listLinksToMend(1);
    expect(rows).toMatchObject([
      {
        caseStudyId,
        versionId: id,
        url: link("/dead").url,
        result: "dead",
        status: 404,
        failures: 2,
        failingSince: night(1),
      },
    ]);
    expect(await countLinks()).toEqual({ broken: 1, moved: 0, checkedAt: night(2), followed: true });

    broken.clear();
    await checkLinks({ now: night(3), network });
    expect(await listLinksToMend(1)).toEqual([]);

    await moveVersion({ id, basedOn: 1, move: "withdraw", actor: editor, reason: "Because" });
    await checkLinks({ now: night(4), network });
    expect(await db.linkCheck.count({ where: { caseStudyId } })).toBe(0);
  });
});
