import { cheapCost, hashed } from "../accounts/password.js";
import { People } from "../accounts/people.js";
import type { Accounts } from "../index.js";

/** Hashing at a cost that keeps no test waiting. */
export const cheaply = (accounts: Accounts): Accounts => ({
  ...accounts,
  people: new People(accounts.people.base, (plain) => hashed(plain, cheapCost)),
});
