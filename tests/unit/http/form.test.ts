import { expect, test } from "vitest";
import { readForm, readTyped } from "#lib/http/form.ts";

const sent = (body: string) => new Request("http://localhost/", { method: "POST", body });

test("what was typed is kept without NUL, however it is written and wherever it stands (V2.2.1)", async () => {
  expect(await readTyped(sent("a%00b=c%00d&e\0=f\0"))).toEqual({ ab: "cd", e: "f" });
  expect(await readTyped(sent("\0\0"))).toEqual({});
  expect((await readForm(sent("a=c%00d")))("a")).toEqual(["cd"]);
});

test("names that every object has are names like others (V15.3.6)", async () => {
  const typed = await readTyped(sent("__proto__=x&constructor=y&a=1&a=2"));
  expect(Object.entries(typed)).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
    ["a", "1\n2"],
  ]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});
