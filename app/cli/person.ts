/** `person export`: what is held about an account. `person erase`: takes its personal data out, and leaves the record whole. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { findPerson } from "#app/models/accounts/users.server.ts";
import { erasePerson, findPersonData, recordPersonExport } from "#app/models/briefing/person-data.server.ts";
import { personPage } from "#app/models/briefing/person-data.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

export const personExport: Command = {
  name: "person export",
  usage: "EMAIL --out FOLDER",
  summary: "Writes all that is held about an account into a folder, as data.json and data.html.",
  async run(words) {
    const { values, positionals } = read(words, { out: { type: "string" } });
    const [email] = positionals;
    const { out } = values;
    if (!email || !out) throw new Usage("Name the account and the folder to write to.");
    return withDesk(async (desk) => {
      const { id } = await findPerson(desk, email);
      const data = await findPersonData(desk, id);
      await recordPersonExport(desk, id);
      await mkdir(out, { recursive: true, mode: 0o700 });
      const page = personPage(data, (text) => createHash("sha256").update(text).digest("base64"));
      await writeFile(join(out, "data.json"), JSON.stringify(data, null, 2), { mode: 0o600 });
      await writeFile(join(out, "data.html"), page, { mode: 0o600 });
      console.log(`Wrote data.json and data.html to ${out}. Words about this person in evidence are not searched.`);
      return 0;
    });
  },
};

export const personErase: Command = {
  name: "person erase",
  usage: "EMAIL --yes",
  summary: "Erases the personal data of a disabled account for good; what it did stays, under no name.",
  async run(words) {
    const { values, positionals } = read(words, { yes: { type: "boolean" } });
    const [email] = positionals;
    if (!email) throw new Usage("Name the account.");
    if (!values.yes) throw new Usage("This cannot be undone. Add --yes if it is what you want.");
    return withDesk(async (desk) => {
      const { id } = await findPerson(desk, email);
      await erasePerson(desk, id);
      console.log("The account has no name and no address any more. Backups still hold them.");
      return 0;
    });
  },
};
