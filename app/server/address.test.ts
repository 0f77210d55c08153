import { expect, test } from "vitest";

import { addressKey, routePath } from "./address.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  [undefined, "unknown"],
])("the key of %s is %s", (ip, key) => {
  expect(addressKey(ip)).toBe(key);
});

test("every spelling of an address that the router takes for one page is one path", () => {
  for (const address of [
    "/inspections/x/briefing.pptx",
    "/inspections/x/briefing.pptx?deck=1",
    "/inspections/x/briefing.pptx.data?_routes=a",
    "/Inspections/X/Briefing%2Epptx",
    "//inspections/x/briefing.pptx/",
  ]) {
    expect(routePath(address)).toBe("/inspections/x/briefing.pptx");
  }
  expect(routePath("/")).toBe("/");
  expect(routePath("/a%2Fb/%zz")).toBe("/a%2fb/%zz");
});
