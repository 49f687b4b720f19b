import { expect, test } from "vitest";
import { pathHere } from "#lib/domain/addresses/same-site-path.ts";

const site = "https://casebook.example";

test.each([
  ["/topics/energy", "/topics/energy"],
  [" /Topics/ENERGY/ ", "/topics/energy"],
  ["https://casebook.example/topics/energy/", "/topics/energy"],
  ["HTTPS://Casebook.Example/Topics/Energy", "/topics/energy"],
  ["/case-studies/?q=NHS%20App#List", "/case-studies?q=NHS%20App#List"],
  ["/", "/"],
  ["https://casebook.example/", "/"],
  ["https://casebook.example.elsewhere.example/topics", null],
  ["//elsewhere.example", null],
  ["topics/energy", null],
  ["", null],
])("%j is %j here", (address, path) => {
  expect(pathHere(address, site)).toBe(path);
});
