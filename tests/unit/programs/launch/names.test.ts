import { expect, test } from "vitest";
import { addressOf, hintAbout, namesOf } from "#lib/programs/launch/names.ts";

const where = (HOST: string, more: { ALLOWED_HOSTS?: string[]; PUBLIC_URL?: string } = {}) => ({
  HOST,
  PORT: 3000,
  ALLOWED_HOSTS: more.ALLOWED_HOSTS ?? [],
  PUBLIC_URL: more.PUBLIC_URL,
});

test.each(["127.0.0.1", "localhost", "::1"])("on %s alone, any name of this machine will do", (host) =>
  expect(namesOf(where(host))).toEqual([]),
);

test.each(["127.0.0.1", "192.168.1.5", "fd00:0::5", "fe80::1%eth0", "intranet"])(
  "listening on %s, the site answers to the address it prints",
  (host) => {
    const { hostname, port } = new URL(addressOf(where(host)));
    const names = namesOf(where(host));
    expect(port).toBe("3000");
    if (names.length) expect(names).toContain(hostname);
    else expect(hostname).toBe("127.0.0.1");
  },
);

test.each(["0.0.0.0", "::", "0:0:0:0:0:0:0:0"])("listening on %s, it says that other names must be set", (host) => {
  expect(addressOf(where(host))).toBe("http://localhost:3000");
  expect(namesOf(where(host))).toEqual(["localhost", "127.0.0.1", "[::1]"]);
  expect(hintAbout(where(host))).toContain("ALLOWED_HOSTS");
  expect(hintAbout(where(host, { ALLOWED_HOSTS: ["cases.example"] }))).toBeNull();
  expect(hintAbout(where(host, { PUBLIC_URL: "https://cases.example" }))).toBeNull();
});

test("further names come beside those of this machine", () => {
  expect(namesOf(where("127.0.0.1", { ALLOWED_HOSTS: ["cases.example"] }))).toEqual(
    expect.arrayContaining(["cases.example", "localhost", "127.0.0.1"]),
  );
  expect(hintAbout(where("192.168.1.5"))).toBeNull();
});
