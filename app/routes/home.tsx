import { redirect } from "@remix-run/node";

import { reading } from "#app/desk.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async () => redirect(paths.inspections()));
