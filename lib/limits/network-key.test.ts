import { expect, test } from "vitest";
import { networkKey } from "./network-key";

test("MC-11 an IPv6 subscriber who changes address within a /64 is counted as one", () => {
  const written = [
    "2001:db8:1:2::1",
    "2001:DB8:1:2:ffff:ffff:ffff:ffff",
    "2001:0db8:0001:0002:0000:0000:0000:0001",
    "2001:db8:1:2::1%eth0",
  ];
  expect(new Set(written.map(networkKey))).toEqual(new Set(["2001:db8:1:2::/64"]));
});

test("MC-11 the neighbour in the next /64 is somebody else", () => {
  expect(networkKey("2001:db8:1:3::1")).toBe("2001:db8:1:3::/64");
  expect(networkKey("::1")).toBe("0:0:0:0::/64");
});

test("MC-11 an IPv4 address counts alone, also when written inside IPv6", () => {
  expect(networkKey("192.0.2.7")).toBe("192.0.2.7");
  expect(networkKey("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(networkKey("::FFFF:C000:0207")).toBe("192.0.2.7");
});

test("MC-11 what is not an address is kept as it is", () => {
  for (const key of ["", "unknown", "claire@mairie.example", "a:b", "%"]) expect(networkKey(key)).toBe(key);
});
