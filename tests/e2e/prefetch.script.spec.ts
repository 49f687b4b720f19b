import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { siteAddress } from "#tests/support/ask.ts";

/** Stands before the site and notes what is fetched before anybody followed a link to it. */
async function noting(): Promise<{ address: string; prefetched: string[]; server: Server }> {
  const prefetched: string[] = [];
  const site = new URL(siteAddress());
  const server = createServer((asked, answered) => {
    if (asked.headers["sec-purpose"]?.includes("prefetch")) prefetched.push(asked.url ?? "");
    const { method, url: path, headers } = asked;
    const onward = request({ hostname: site.hostname, port: site.port, method, path, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answered);
    });
    onward.on("error", () => answered.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, prefetched, server };
}

test("a page is fetched once the pointer rests on a link to it, but no search and nothing that a search found", async ({
  page,
}) => {
  const { address, prefetched, server } = await noting();
  await page.goto(`${address}/case-studies`);
  await page.getByRole("list", { name: "Results" }).getByRole("link").first().hover();
  await expect.poll(() => prefetched).toContainEqual(expect.stringMatching(/^\/case-studies\/[a-z0-9-]+$/));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Topics" }).hover();
  await expect.poll(() => prefetched).toContain("/topics");

  prefetched.length = 0;
  await page.goto(`${address}/case-studies?q=libraries`);
  await page.getByRole("list", { name: "Results" }).getByRole("link").first().hover();
  await page.getByRole("link", { name: "Newest first" }).hover();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Councils" }).hover();
  await expect.poll(() => prefetched).toEqual(["/councils"]);
  server.closeAllConnections();
  server.close();
});
