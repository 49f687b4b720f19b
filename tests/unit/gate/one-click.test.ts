import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneClicks, posts } from "#lib/http/posts.ts";
import { aGate, aPage, rendering } from "./a-gate.ts";

const token = "t".repeat(43);
const stop = `/alerts/${token}/stop`;
const click = "List-Unsubscribe=One-Click";
const form = "application/x-www-form-urlencoded";
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const parts = `${part("List-Unsubscribe", "One-Click")}--b--\r\n`;

const elsewhere: Record<string, string>[] = [
  {},
  { origin: "https://mail.example" },
  { "sec-fetch-site": "cross-site" },
];

/** A gate whose renderer notes what reaches it. */
async function aWatchedGate() {
  const reached: { path: string; body: string; type: string | undefined; cookie: string | undefined }[] = [];
  const gate = await aGate(
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { "content-type": type, cookie } = request.headers;
      reached.push({ path: request.url ?? "", body: Buffer.concat(chunks).toString(), type, cookie });
      response.writeHead(200, { "content-type": "text/plain" }).end("Stopped.");
    },
    { posts, oneClicks },
  );
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    gate.ask(path, {
      method: "POST",
      body,
      headers: { "content-type": form, "content-length": `${Buffer.byteLength(body)}`, ...headers },
    });
  return { post, reached };
}

describe("a mail program’s one click", () => {
  test.each([
    ["without any sign of where it comes from", form, click, {}],
    ["from another origin", form, click, { origin: "https://mail.example" }],
    ["from an origin that is null", form, click, { origin: "null" }],
    ["from a page elsewhere", form, click, { "sec-fetch-site": "cross-site" }],
    ["as the kind of form that carries files", "multipart/form-data; boundary=b", parts, {}],
    ["the same with its boundary in quotes", 'multipart/form-data; boundary="b"', parts, {}],
    ["with a character set", `${form}; charset=UTF-8`, click, {}],
  ])("is let through %s, written one way and without cookies", async (_how, type, body, headers) => {
    const { post, reached } = await aWatchedGate();
    const reply = await post(stop, body, { "content-type": type, cookie: "__Host-session=stolen", ...headers });
    expect([reply.status, reply.text]).toEqual([200, "Stopped."]);
    expect(reached).toEqual([{ path: stop, body: click, type: form, cookie: undefined }]);
  });

  test.each([
    ["another body", stop, form, "List-Unsubscribe=Two-Clicks"],
    ["more than that", stop, form, `${click}&frequency=daily`],
    ["less than that", stop, form, "List-Unsubscribe=One-Clic"],
    ["nothing", stop, form, ""],
    ["another case", stop, form, click.toLowerCase()],
    ["it as plain text", stop, "text/plain", click],
    ["it as JSON", stop, "application/json", click],
    ["two parts", stop, "multipart/form-data; boundary=b", part("a", "b") + parts],
    ["another part", stop, "multipart/form-data; boundary=b", `${part("List-Unsubscribe", "No")}--b--`],
    ["a part with no end", stop, "multipart/form-data; boundary=b", part("List-Unsubscribe", "One-Click")],
    ["something before the part", stop, "multipart/form-data; boundary=b", `x${parts}`],
    ["far too much", stop, form, click + "&".repeat(2000)],
    ["it to confirm", `/alerts/${token}/confirm`, form, click],
    ["it to change", `/alerts/${token}/change`, form, click],
    ["it to ask for another", "/alerts/new/send", form, click],
    ["it to erase somebody", `/erase/${token}/confirm`, form, click],
    ["it to sign out", "/sign-in/out", form, click],
    ["it to take a submission back", `/track/${token}/take-back`, form, click],
  ])("lets nothing else through from elsewhere: %s", async (_what, path, type, body) => {
    const { post, reached } = await aWatchedGate();
    for (const headers of elsewhere) {
      const reply = await post(path, body, { "content-type": type, ...headers });
      expect(reply.status).toBe(403);
    }
    expect(reached).toEqual([]);
  });

  test("any other body is refused, and any other address of a form", async () => {
    const { post, reached } = await aWatchedGate();
    const near = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.nat(26), fc.string({ maxLength: 2 }))
        .map(([at, more]) => click.slice(0, at) + more + click.slice(at)),
    );
    await fc.assert(
      fc.asyncProperty(near, async (body) => {
        fc.pre(body !== click);
        expect((await post(stop, body)).status).toBe(403);
      }),
      { numRuns: 60 },
    );
    expect(reached).toEqual([]);
  });

  test("a cut or longer token is nobody’s address, and only a form’s method is asked about", async () => {
    const { post } = await aWatchedGate();
    for (const path of [`/alerts/${token}x/stop`, `/alerts/${token.slice(1)}/stop`, `/alerts/${token}/stop/more`])
      expect((await post(path, click)).status).toBe(405);
  });
});

test("from a page of ours it is an ordinary form, cookies and all", async () => {
  const { post, reached } = await aWatchedGate();
  expect((await post(stop, "", { "sec-fetch-site": "same-origin", cookie: "a=b" })).status).toBe(200);
  expect(reached).toEqual([{ path: stop, body: "", type: form, cookie: "a=b" }]);
});

test("a failure is a failure: no page with the form in it is made for a program", async () => {
  const { ask } = await aGate(rendering(aPage("no"), 500), { posts, oneClicks });
  const headers = { "content-type": form, "content-length": `${click.length}` };
  const reply = await ask(stop, { method: "POST", body: click, headers });
  expect(reply.status).toBeGreaterThanOrEqual(500);
  expect(reply.text).not.toContain("<form");
});
