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

test.each(["http", "0", "70000", "30.5", "-1"])("PORT=%s is refused in the same words", (PORT) =>
  expect(() => read({ PORT })).toThrow(/^PORT must be a number from 1 to 65535$/),
);
