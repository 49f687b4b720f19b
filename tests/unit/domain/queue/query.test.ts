import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countFilters, isNarrowed, ownQueue, widened, type QueueQuery } from "#lib/domain/queue/query.ts";
import { readQueue, type QueueChoices } from "#lib/domain/queue/read.ts";
import { tabs } from "#lib/domain/queue/tabs.ts";
import { writeQueue } from "#lib/domain/queue/write.ts";
import { paths } from "#lib/http/paths.ts";
import { parametersIn } from "#tests/support/catalogue.ts";

const editor = { id: "0198a000-0000-7000-8000-000000000001", name: "Amira Hussain" };
const choices: QueueChoices = {
  councils: [
    { id: "dorset", name: "Dorset Council", shortName: "Dorset" },
    { id: "tower-hamlets", name: "London Borough of Tower Hamlets", shortName: "Tower Hamlets" },
    { id: "east-devon", name: "East Devon District Council", shortName: "East Devon" },
    { id: "mid-devon", name: "Mid Devon District Council", shortName: "Mid Devon" },
  ],
  topics: [
    { id: "arts", name: "Arts" },
    { id: "buses", name: "Buses" },
  ],
  kinds: [{ id: "signpost", name: "Signpost" }],
  editors: [editor],
};
const read = (search: string) => readQueue(parametersIn(search), choices);
const nothing = { names: [], others: 0 };

describe("an address that is understood in full", () => {
  test.each<[string, Partial<QueueQuery>]>([
    ["", {}],
    ["tab=mine", {}],
    ["tab=held&q=&council=&page=", { tab: "held" }],
    ["q=%20night%0Abuses%20", { q: "night buses" }],
    ["council=dorset", { council: "dorset" }],
    ["council=Dorset+Council", { council: "dorset" }],
    ["council=tower+ham", { council: "tower-hamlets" }],
    ["topic=buses&kind=signpost&page=3", { topic: "buses", kind: "signpost", page: 3 }],
    [`assignee=${editor.id}`, { assignee: editor.id }],
    ["attempt=0198a000-0000-7000-8000-000000000002&utm_source=a", {}],
  ])("?%s", (search, changes) => {
    expect(read(search)).toEqual({ query: { ...ownQueue, ...changes }, ignored: nothing });
  });
});

describe("an address that is understood in part names what it leaves out", () => {
  test.each<[string, Partial<QueueQuery>, string[], number?]>([
    ["tab=everything", {}, ["tab"]],
    ["tab=held&tab=due", { tab: "held" }, ["tab"]],
    ["council=devon", {}, ["council"]],
    ["council=Atlantis", {}, ["council"]],
    ["council=__proto__&topic=constructor&kind=toString", {}, ["council", "topic", "kind"]],
    ["assignee=0198a000-0000-7000-8000-000000000009", {}, ["assignee"]],
    ["page=0", {}, ["page"]],
    ["page=1e3", {}, ["page"]],
    [`q=${"a".repeat(201)}`, {}, ["q"]],
    ["colour=red&__proto__=x&Tab=held", {}, [], 3],
  ])("?%s", (search, changes, names, others = 0) => {
    expect(read(search)).toEqual({ query: { ...ownQueue, ...changes }, ignored: { names, others } });
  });
});

describe("the one address of a query", () => {
  test.each<[string, Partial<QueueQuery>]>([
    ["/editor/queue", {}],
    ["/editor/queue?tab=held", { tab: "held" }],
    ["/editor/queue?q=%3Cb%3E%26", { q: "<b>&" }],
    [
      "/editor/queue?tab=all&q=bins&council=dorset&topic=arts&kind=signpost&page=2",
      { tab: "all", q: "bins", council: "dorset", topic: "arts", kind: "signpost", page: 2 },
    ],
  ])("%s", (address, changes) => {
    expect(paths.queue(changes)).toBe(address);
  });

  test("is read back as the same query", () => {
    const maybe = (ids: string[]) => fc.option(fc.constantFrom(...ids));
    const query = fc.record({
      tab: fc.constantFrom(...tabs.map(({ key }) => key)),
      q: fc
        .string({ maxLength: 40 })
        .map((text) => text.replaceAll("\0", "").normalize("NFC").trim().replace(/\s+/g, " ")),
      council: maybe(["dorset", "mid-devon"]),
      topic: maybe(["arts", "buses"]),
      kind: maybe(["signpost"]),
      assignee: maybe([editor.id]),
      page: fc.integer({ min: 1, max: 99_999 }),
    });
    fc.assert(
      fc.property(query, (one) => {
        expect(read(writeQueue(one))).toEqual({ query: one, ignored: nothing });
      }),
    );
  });
});

test("a query knows whether it leaves anything out, and its part of the queue whole", () => {
  const some = { ...ownQueue, tab: "held", topic: "arts", council: "dorset", page: 4 } as const;
  expect([countFilters(some), isNarrowed(some), isNarrowed({ ...ownQueue, q: "bins" })]).toEqual([2, true, true]);
  expect(widened(some)).toEqual({ ...ownQueue, tab: "held" });
  expect(isNarrowed(widened(some))).toBe(false);
});
