import { expect, test } from "vitest";
import { readEnv } from "#lib/ops/env.ts";

const read = (source: Record<string, string>) => readEnv(source as unknown as NodeJS.ProcessEnv);

test.each(["localhost:3000", "casebook.example", "ftp://casebook.example", "https://", "javascript:alert(1)"])(
  "PUBLIC_URL=%s is refused",
  (PUBLIC_URL) =>
    expect(() => read({ PUBLIC_URL })).toThrow(/^PUBLIC_URL must be a whole address, like https:\/\/casebook.example$/),
);

test.each(["https://casebook.example", "http://localhost:3000", "http://192.168.1.5", "http://[::1]:3000"])(
  "PUBLIC_URL=%s is taken",
  (PUBLIC_URL) => expect(read({ PUBLIC_URL }).PUBLIC_URL).toBe(PUBLIC_URL),
);

test.each([
  ["HTTPS://Casebook.example", "https://casebook.example"],
  ["https://casebook.example/", "https://casebook.example"],
  ["https://casebook.example:443", "https://casebook.example"],
])("PUBLIC_URL=%s is read as %s", (PUBLIC_URL, origin) => expect(read({ PUBLIC_URL }).PUBLIC_URL).toBe(origin));

test.each([
  "https://council.example/casebook",
  "https://council.example/?site=casebook",
  "https://council.example#casebook",
  "https://user:secret@council.example",
])("PUBLIC_URL=%s is refused, as links would be read in two ways", (PUBLIC_URL) =>
  expect(() => read({ PUBLIC_URL })).toThrow(/^PUBLIC_URL must end after the name, or the port/),
);

test("ALLOWED_HOSTS lists names as a browser asks for them", () => {
  expect(read({ ALLOWED_HOSTS: "casebook.lan, 10.0.0.5,[fd00::5],Intranet" }).ALLOWED_HOSTS).toHaveLength(4);
  for (const wrong of ["casebook.lan:3000", "https://casebook.lan", "casebook.lan/", "fd00::5", "a.lan;b.lan", "*.lan"])
    expect(() => read({ ALLOWED_HOSTS: `intranet, ${wrong}` })).toThrow(/^ALLOWED_HOSTS must list names or addresses/);
});

test.each(["http", "0", "70000", "30.5", "-1"])("PORT=%s is refused in the same words", (PORT) =>
  expect(() => read({ PORT })).toThrow(/^PORT must be a number from 1 to 65535$/),
);

test.each(["proxy.example", "10.0.0.0/33", "localhost", "10.0.0.1;10.0.0.2", "::1/300"])(
  "TRUSTED_PROXIES=%s is refused in one sentence",
  (TRUSTED_PROXIES) =>
    expect(() => read({ TRUSTED_PROXIES })).toThrow(
      /^TRUSTED_PROXIES must list addresses, ranges like 10\.0\.0\.0\/8, or the names loopback, linklocal and uniquelocal$/,
    ),
);

test("TRUSTED_PROXIES is nobody unless set, and otherwise the list it says", () => {
  expect(read({}).TRUSTED_PROXIES).toEqual([]);
  expect(read({ TRUSTED_PROXIES: " " }).TRUSTED_PROXIES).toEqual([]);
  expect(read({ TRUSTED_PROXIES: "loopback, 10.0.0.0/8,::1" }).TRUSTED_PROXIES).toEqual([
    "loopback",
    "10.0.0.0/8",
    "::1",
  ]);
});

test("a draft is kept for 90 days and its author is written to after 76, unless the settings say otherwise", () => {
  expect(read({ DRAFT_DELETION_DAYS: "" })).toMatchObject({ DRAFT_REMINDER_DAYS: 76, DRAFT_DELETION_DAYS: 90 });
  expect(read({ DRAFT_REMINDER_DAYS: "1", DRAFT_DELETION_DAYS: "2" })).toMatchObject({ DRAFT_DELETION_DAYS: 2 });
});

test.each(["soon", "0", "7.5", "-3", "99999"])("DRAFT_DELETION_DAYS=%s is refused in one sentence", (days) =>
  expect(() => read({ DRAFT_DELETION_DAYS: days })).toThrow(
    /^DRAFT_DELETION_DAYS must be a whole number of days from 1 to 3650$/,
  ),
);

test.each(["90", "91"])("writing to the author after %s days of 90 is refused", (days) =>
  expect(() => read({ DRAFT_REMINDER_DAYS: days })).toThrow(
    /^DRAFT_REMINDER_DAYS must be less than DRAFT_DELETION_DAYS$/,
  ),
);

test("DATABASE_REPLICA_URLS is a list of whole addresses of PostgreSQL, beside that of the primary", () => {
  const DATABASE_URL = "postgresql://casebook@db/casebook";
  expect(read({}).DATABASE_REPLICA_URLS).toEqual([]);
  const list = { DATABASE_URL, DATABASE_REPLICA_URLS: "postgres://casebook@one/casebook, postgresql://two:5433/c" };
  expect(read(list).DATABASE_REPLICA_URLS).toEqual(["postgres://casebook@one/casebook", "postgresql://two:5433/c"]);
  for (const wrong of ["mysql://one/casebook", "postgresql://one/casebook,two", "db.example", "postgresql://a b/c"])
    expect(() => read({ DATABASE_URL, DATABASE_REPLICA_URLS: wrong })).toThrow(
      /^DATABASE_REPLICA_URLS must list whole addresses that start with postgresql:\/\/, separated by commas$/,
    );
  expect(() => read({ DATABASE_REPLICA_URLS: "postgresql://one/casebook" })).toThrow(
    /^DATABASE_REPLICA_URLS needs DATABASE_URL, whose replicas they are$/,
  );
});
