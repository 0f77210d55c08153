/** What the page of one account shows. */
import { demandConfirmed, type Services, type SignedIn } from "#app/desk.server.ts";
import { stateTitle, whyNotDisable } from "#app/models/accounts/account.ts";
import { demandAdmin, findAccount, listOrganisations, standingOf } from "#app/models/accounts/people.server.ts";
import { roleTitle } from "#app/models/accounts/role.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";

export async function loadPerson(asked: SignedIn & { request: Request; services: Services }, id: string) {
  const { desk, services } = asked;
  demandSure(asked, paths.person(id));
  const { addedAt, ...account } = await findAccount(desk, id);
  return {
    ...account,
    roleTitle: roleTitle(account.role),
    stateTitle: stateTitle(account.state),
    added: shortDate(addedAt),
    self: id === desk.user.id,
    whyNotDisable: whyNotDisable(desk.user.id, await standingOf(desk.read, id)),
    mails: services.mail !== null,
    organisations: await listOrganisations(desk),
  };
}

/**
 * Lets an administrator pass who gave their password again lately, and asks for it on the way to `page`. For anybody
 * else there is nothing here.
 */
export function demandSure(asked: SignedIn & { request: Request }, page?: string): void {
  demandAdmin(asked.desk);
  demandConfirmed(asked, page);
}

export type PersonView = Awaited<ReturnType<typeof loadPerson>>;
