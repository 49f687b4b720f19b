import { describe, expect, test } from "vitest";
import { isPublic } from "#lib/commands/upkeep/links/public-address.ts";

describe("an address", () => {
  test.each(["8.8.8.8", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4009::200e"])(
    "%s is public",
    (address) => expect(isPublic(address)).toBe(true),
  );

  test.each([
    ...["127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ...["169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1"],
    ...["240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1"],
    ...["fec0::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::127.0.0.1", "::7f00:1"],
    ...["64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "100::1"],
    ...["", "localhost", "8.8.8", "0x7f.1", "not an address"],
  ])("%s is not", (address) => expect(isPublic(address)).toBe(false));
});
