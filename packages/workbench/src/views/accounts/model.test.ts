import { describe, expect, it } from "vitest";
import { accountRoles } from "../../../../hearsay/src/model/account.js";
import { deedActions } from "../../../../hearsay/src/model/deed.js";
import { day, deeds, roles } from "./model.js";

describe("accounts in the workbench", () => {
  it("have the roles and the deeds that the server has", () => {
    expect(roles).toEqual(accountRoles);
    expect(Object.keys(deeds).sort()).toEqual([...deedActions].sort());
  });
  it("say times in the reader's own zone", () => {
    expect(day("2031-03-14T23:05:59Z", "UTC")).toBe("2031-03-14 23:05");
    expect(day("2031-03-14T23:05:59Z", "Asia/Tokyo")).toBe("2031-03-15 08:05");
  });
});
