import { describe, expect, it } from "vitest";
import { isPublic } from "./addresses.js";

describe("public addresses", () => {
  it.each(["8.8.8.8", "193.99.144.80", "2a00:1450:4001:80b::200e", "172.32.0.1"])("%s is one", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ...["127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
    ...["100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "localhost", "", "1.2.3"],
  ])("%s is none", (address) => {
    expect(isPublic(address)).toBe(false);
  });
});
