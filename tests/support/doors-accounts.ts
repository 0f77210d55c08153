/** Doors that no inspection stands behind: people, their accounts, frameworks, help. Part of `doors.ts`. */
import type { Door } from "./door.ts";

const account = (row: Omit<Door, "read"> = {}): Door => ({
  read: "signed-in",
  write: "signed-in",
  spends: true,
  ...row,
});
const person: Door = { read: "admin", write: "admin", place: "person", spends: true };

export const accountDoors: Record<string, Door> = {
  // The frame of every page: what it shows depends on the page.
  root: {},
  "routes/home": { read: "signed-in" },
  "routes/missing": { read: "everyone", lands: "shut" },

  "routes/session/own-data": { read: "signed-in" },
  "own-data.json": { read: "signed-in" },
  "own-data.html": { read: "signed-in" },
  "routes/session/sign-in": { read: "everyone", write: "everyone", spends: true },
  "routes/session/reset": { read: "everyone", write: "everyone", spends: true },
  "routes/session/welcome": { read: "everyone", lands: "shut", write: "everyone", spends: true },
  "routes/session/sign-out": { read: "signed-in", write: "everyone", spends: true },
  "routes/session/code": { read: "signed-in", write: "signed-in", spends: true },
  "routes/session/oidc": { read: "everyone", lands: "shut" },
  "routes/session/oidc-callback": { read: "everyone", lands: "shut" },
  "routes/session/confirm": account(),
  "routes/session/account": { read: "signed-in" },
  "routes/session/own-session-end": account(),
  "routes/session/other-sessions-end": account(),
  "routes/session/own-password": account(),
  "routes/session/own-mail": account(),
  "routes/session/second-factor": account(),
  "routes/session/second-factor-removal": account({ lands: "shut" }),
  "routes/session/recovery-codes": account({ lands: "shut" }),
  "routes/session/identity": { read: "signed-in", lands: "shut" },
  "routes/session/identity-removal": account(),

  "routes/accounts/admin": { read: "admin" },
  "routes/accounts/upkeep": { read: "admin" },
  "routes/accounts/people": { read: "admin" },
  "routes/accounts/new-person": { read: "admin", write: "admin", spends: true },
  "routes/accounts/person": { read: "admin", place: "person" },
  "routes/accounts/role": person,
  "routes/accounts/link": person,
  "routes/accounts/sessions": person,
  "routes/accounts/suspension": person,
  "routes/accounts/second-factor": person,
  "routes/accounts/return": person,

  "routes/search/search": { read: "signed-in" },
  "routes/frameworks/list": { read: "signed-in" },
  "routes/frameworks/framework": { read: "signed-in" },
  "routes/frameworks/crosswalk": { read: "signed-in" },
  "routes/help/list": { read: "everyone" },
  "routes/help/page": { read: "everyone" },
  "routes/help/accessibility": { read: "everyone" },
  "routes/help/privacy": { read: "everyone" },
  "routes/help/cookies": { read: "everyone" },
};
