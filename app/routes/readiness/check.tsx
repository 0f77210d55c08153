/** All that one check found. */
import type { LinksFunction } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findCheck } from "#app/models/readiness/checks.server.ts";
import { contradictionRules } from "#app/models/readiness/contradictions/contradictions.ts";
import styles from "#app/ui/styles/checks.css?url";
import { titled } from "#app/ui/titled.ts";

import { type CheckData, CheckPage } from "./check-page.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data?.check.title ?? "Check", "Checks")(args as never);

const kindOf = { contradictory: "against", repeated: "again" } as const;

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  const check = await findCheck(desk, inspection, params.name ?? "");
  const kind = Object.hasOwn(kindOf, check.name) ? kindOf[check.name as keyof typeof kindOf] : null;
  const rules = contradictionRules.filter((rule) => rule.kind === kind);
  return { code: inspection.code, mayExplain: allowed(inspection, "check.explain"), check, rules };
});

export default function Check() {
  return <CheckPage data={useLoaderData<typeof loader>() as CheckData} />;
}
