import { expect, test } from "vitest";
import { oneClicks, posts, uploads } from "#lib/http/posts.ts";
import { sampleOf } from "#tests/attack/matrix/table/addresses.ts";
import { table } from "#tests/attack/matrix/table/table.ts";
import { aGate } from "./a-gate.ts";

const forms = [...new Set(table.filter(([method]) => method === "POST").map(([, route]) => sampleOf(route)))];

/** How a form comes that no page of ours has sent, as far as its head tells. What `says` is left out or the gate's own origin. */
const heads: Record<string, (ours: string) => Record<string, string>> = {
  "from another site": () => ({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
  "from another site, by an old browser": () => ({ origin: "https://evil.example" }),
  "from nowhere that can be named": () => ({ origin: "null" }),
  "from nowhere that can be named, and from ours": () => ({ origin: "null", "sec-fetch-site": "same-origin" }),
  "across sites, with our origin": (ours) => ({ origin: ours, "sec-fetch-site": "cross-site" }),
  "from a sibling": (ours) => ({ origin: ours, "sec-fetch-site": "same-site" }),
  "without a word": () => ({}),
  "with another site's referrer alone": () => ({ referer: "https://evil.example/submit" }),
  "with a referrer that only begins like ours": (ours) => ({ referer: `${ours}.evil.example/` }),
  "with a referrer that is no address": () => ({ referer: "submit" }),
  "from another site, with our referrer": (ours) => ({ origin: "https://evil.example", referer: `${ours}/submit` }),
  "across sites, with our referrer": (ours) => ({ "sec-fetch-site": "cross-site", referer: `${ours}/submit` }),
};

test("a form that no page of ours sent reaches no handler, at any address that takes one (V3.5.1)", async () => {
  const reached: string[] = [];
  const { ask, port } = await aGate(
    (request, response) => {
      if (request.method === "POST") reached.push(request.url ?? "");
      response.end();
    },
    { posts, uploads, oneClicks },
  );
  const ours = `http://127.0.0.1:${port}`;
  expect(forms.length).toBeGreaterThan(70);
  const withFiles = forms.filter((form) => uploads.some((address) => address.test(form)));
  expect(withFiles.length).toBeGreaterThan(2);
  const sendings = [
    { some: forms, type: "application/x-www-form-urlencoded", body: "basedOn=1" },
    {
      some: withFiles,
      type: "multipart/form-data; boundary=x",
      body: '--x\r\nContent-Disposition: form-data; name="basedOn"\r\n\r\n1\r\n--x--\r\n',
    },
  ];
  for (const { some, type, body } of sendings)
    for (const form of some)
      for (const [name, head] of Object.entries(heads)) {
        const { status } = await ask(form, { method: "POST", headers: { ...head(ours), "content-type": type }, body });
        expect(status, `${form} ${name}, ${type}`).toBe(403);
      }
  expect(reached).toEqual([]);

  // What would be noticed: one that comes from a page of ours, and the one click that may come from anywhere.
  const sent = (headers: Record<string, string>, path: string, body: string) =>
    ask(path, { method: "POST", body, headers: { ...headers, "content-type": "application/x-www-form-urlencoded" } });
  await sent({ origin: ours }, "/sign-in/send", "email=");
  await sent({ referer: `${ours}/sign-in` }, "/sign-in/send", "email=");
  const stop = sampleOf("/alerts/[token]/stop");
  await sent({ origin: "https://mail.example" }, stop, "List-Unsubscribe=One-Click");
  expect(reached).toEqual(["/sign-in/send", "/sign-in/send", stop]);
});
