/** `user add`: makes an account. `user link`: a new link for one. Neither takes a password: its owner chooses it. */
import type { Services } from "#app/desk.server.ts";
import { whyNotLink } from "#app/models/accounts/account.ts";
import { takeFactorAway } from "#app/models/accounts/accounts.server.ts";
import { linkAddress } from "#app/models/accounts/deliveries.server.ts";
import { lifetimeInWords, type LinkKind } from "#app/models/accounts/link.ts";
import { makeLink } from "#app/models/accounts/links.server.ts";
import { standingOf } from "#app/models/accounts/people.server.ts";
import { tidyEmail, tidyName, whyNotEmail, whyNotName } from "#app/models/accounts/person.ts";
import { roles, sideOf } from "#app/models/accounts/role.ts";
import { addUser, ensureOrganisation, findPerson } from "#app/models/accounts/users.server.ts";
import { openInspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { partOf } from "#app/models/inspections/part.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, Refused } from "#app/platform/failure.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

const text = { type: "string" } as const;

const originOf = ({ settings: { BASE_URL, HOST, PORT } }: Services) =>
  BASE_URL ? new URL(BASE_URL).origin : `http://${HOST}:${PORT}`;

type Made = { id: string; email: string; kind: LinkKind };

async function printLink(desk: Desk, services: Services, { id, email, kind }: Made, json = false): Promise<void> {
  const link = linkAddress(originOf(services), await makeLink(desk, kind, id));
  if (json) return console.log(JSON.stringify({ id, email, kind, link }, null, 2));
  console.log(`A link for ${email}. It works once, for ${lifetimeInWords(kind)}:\n  ${link}`);
}

type Words = { email?: string; name?: string; role?: string; organisation?: string; inspection?: string };

function readPerson(words: Words) {
  const role = roles.find((each) => each === words.role);
  if (!words.email || !words.name || !words.role) throw new Usage("Something is missing.");
  if (!role) throw new Usage(`There is no role “${words.role}”. It is one of: ${roles.join(", ")}.`);
  const [email, name] = [tidyEmail(words.email), tidyName(words.name)];
  const why = whyNotEmail(email) ?? whyNotName(name);
  if (why) throw new Invalid({ email: why });
  return { email, name, role };
}

/** Where the person works: as told, or, for the council's side, the council of the inspection. Returns its id. */
async function organisationFor(desk: Desk, words: Words, role: (typeof roles)[number], council: string | null) {
  const side = sideOf(role);
  const name = words.organisation ? tidyName(words.organisation) : side === "council" ? council : null;
  if (side === "council" && council !== null && name !== council) {
    throw new Invalid({ organisation: `This inspection is of ${council}: nobody of ${name} takes part in it.` });
  }
  return side && name ? ensureOrganisation(desk, name, side) : null;
}

export const userAdd: Command = {
  name: "user add",
  usage: "--email E --name N --role R [--organisation O] [--inspection CODE] [--json]",
  summary: "Makes an account, adds it to an inspection if told to, and prints a link that works once to activate it.",
  async run(words) {
    const options = { email: text, name: text, role: text, organisation: text, inspection: text };
    const { values, positionals } = read(words, { ...options, json: { type: "boolean" } });
    if (positionals.length) throw new Usage(`“${positionals[0]}” means nothing here.`);
    const person = readPerson(values);
    const part = partOf(person.role);
    if (values.inspection && !part) throw new Invalid({ role: "An administrator takes part in no inspection." });
    return withDesk(async (desk, services) => {
      const inspection = values.inspection ? await openInspection(desk, values.inspection) : null;
      const organisation = await organisationFor(desk, values, person.role, inspection?.council ?? null);
      const id = await addUser(desk, { ...person, organisation, password: null });
      if (inspection && part) await addMember(desk, inspection.id, id, part);
      await printLink(desk, services, { id, email: person.email, kind: "invitation" }, values.json);
      return 0;
    });
  },
};

export const userLink: Command = {
  name: "user link",
  usage: "--email E [--forget-factor] [--json]",
  summary:
    "Prints a link that works once, with which this person chooses a new password; may forget a lost second factor.",
  async run(words) {
    const { values } = read(words, { email: text, "forget-factor": { type: "boolean" }, json: { type: "boolean" } });
    const { email } = values;
    if (!email) throw new Usage("Something is missing.");
    return withDesk(async (desk, services) => {
      const { id } = await findPerson(desk, email);
      const { email: address, state } = await standingOf(desk.read, id);
      const why = whyNotLink({ state });
      if (why) throw new Refused(why);
      if (values["forget-factor"]) await takeFactorAway(desk, id);
      const kind = state === "invited" ? "invitation" : "reset";
      await printLink(desk, services, { id, email: address, kind }, values.json);
      return 0;
    });
  },
};
