/** `inspection add`: opens an inspection. */
import { ensureOrganisation, findPerson } from "#app/models/accounts/users.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { addInspection, openInspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { readFrameworks } from "#app/platform/content-frameworks.server.ts";
import { Invalid } from "#app/platform/failure.ts";
import { contentFolder } from "#app/platform/home.server.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

export const inspectionAdd: Command = {
  name: "inspection add",
  usage: "CODE --title T --council C --framework SLUG --date YYYY-MM-DD --lead EMAIL [--kind K]",
  summary: "Opens an inspection under a framework of the content folder, led by this person.",
  async run(words) {
    const text = { type: "string" } as const;
    const options = { title: text, council: text, framework: text, date: text, lead: text, kind: text };
    const { values, positionals } = read(words, options);
    const [code] = positionals;
    const { title, council, framework: slug, date, lead, kind = "Initial briefing" } = values;
    if (!code || !title || !council || !slug || !date || !lead) throw new Usage("Something is missing.");
    const { frameworks } = await readFrameworks(contentFolder);
    const framework = frameworks.find((one) => one.slug === slug);
    if (!framework) throw new Invalid({ framework: `There is no framework “${slug}” in ${contentFolder}.` });
    return withDesk(async (desk) => {
      const person = await findPerson(desk, lead);
      const edition = await addEdition(desk, framework);
      const organisation = await ensureOrganisation(desk, council, "council");
      await addInspection(desk, { code, title, kind, council: organisation, edition, date });
      await addMember(desk, (await openInspection(desk, code)).id, person.id, "lead");
      console.log(`Opened ${code}.`);
      return 0;
    });
  },
};
