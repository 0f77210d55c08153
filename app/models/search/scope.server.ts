/** Where a person's search reaches, as conditions inside its queries: what is outside is neither ranked nor counted. */
import { and, eq, inArray, isNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { exclusion, inspection, member } from "#db/schema/inspections.ts";

import { parts } from "#app/models/inspections/part.ts";
import { type Act, may } from "#app/models/inspections/permission.ts";
import { stages } from "#app/models/inspections/stage.ts";
import type { Desk } from "#app/platform/desk.ts";

const rules = new Map<Act, SQL>();

/** Of a row of `member` and one of `inspection`: that the permission matrix lets this part do `act` at this stage. */
function lets(act: Act): SQL {
  const known = rules.get(act) ?? ruleFor(act);
  rules.set(act, known);
  return known;
}

function ruleFor(act: Act): SQL {
  const allowed = stages.map((stage) => parts.filter((part) => may(part, act, stage)));
  const always = parts.filter((part) => allowed.every((some) => some.includes(part)));
  const sometimes = stages.map((stage, at) =>
    and(
      eq(inspection.stage, stage),
      inArray(
        member.part,
        (allowed[at] ?? []).filter((part) => !always.includes(part)),
      ),
    ),
  );
  return or(inArray(member.part, always), ...sometimes) ?? sql`0`;
}

/** The inspections that the person takes part in, with the part: where every search begins. */
export const scope = sql`${member} cross join ${inspection} on ${inspection.id} = ${member.inspection}`;

/** Of that scope: that it is theirs, that no conflict of interest bars them, that they may do `act`, and the one asked for. */
export const reaches = (desk: Pick<Desk, "read" | "user">, act: Act, code?: string): SQL | undefined =>
  and(
    eq(member.user, desk.user?.id ?? ""),
    notExists(
      desk.read
        .select({ user: exclusion.user })
        .from(exclusion)
        .where(and(eq(exclusion.inspection, member.inspection), eq(exclusion.user, member.user))),
    ),
    lets(act),
    code === undefined ? undefined : eq(inspection.code, code),
  );

/** Of that scope and a row of `evidence`: the rule of `visibleEvidence`, for whatever inspection it belongs to. */
export const seesEvidence = (desk: Pick<Desk, "user">): SQL | undefined =>
  and(
    isNull(evidence.withdrawnAt),
    or(eq(evidence.side, "council"), lets("evidence.see-inspectorate")),
    or(
      ne(evidence.sensitivity, "restricted"),
      lets("evidence.see-restricted"),
      eq(evidence.addedBy, desk.user?.id ?? ""),
    ),
  );
