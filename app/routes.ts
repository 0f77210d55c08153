/** Every URL, in the order in which a reader meets them. START HERE: each route names its file. */
import { index, prefix, route, type RouteConfig } from "@remix-run/route-config";

import { deckFormats } from "./models/briefing/formats.ts";

export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/session/sign-in.tsx"),
  route("sign-out", "routes/session/sign-out.tsx"),
  route("account", "routes/session/account.tsx"),

  ...prefix("inspections", [
    index("routes/inspections/list.tsx"),
    route("new", "routes/inspections/new.tsx"),
    route(":code", "routes/inspections/frame.tsx", [
      index("routes/inspections/readiness.tsx"),
      route("lines", "routes/lines/list.tsx"),
      route("lines/:ref", "routes/lines/line.tsx"),
      route("lines/:ref/findings", "routes/lines/findings.tsx"),
      route("lines/:ref/rating", "routes/lines/rating.tsx"),
      route("themes/:number", "routes/ratings/theme.tsx"),
      route("findings/:id", "routes/findings/finding.tsx"),
      route("findings/:id/position", "routes/findings/position.tsx"),
      route("findings/:id/withdrawal", "routes/findings/withdrawal.tsx"),
      route("findings/:id/citations", "routes/findings/citations.tsx"),
      route("citations/:id/withdrawal", "routes/findings/citation-withdrawal.tsx"),
      route("evidence", "routes/evidence/list.tsx"),
      route("evidence/upload", "routes/evidence/upload.tsx"),
      route("evidence/:id", "routes/evidence/item.tsx"),
      route("evidence/:id/withdrawal", "routes/evidence/withdrawal.tsx"),
      route("briefing", "routes/briefing/briefing.tsx"),
      route("briefing/import", "routes/briefing/import.tsx"),
      route("team", "routes/inspections/team.tsx"),
    ]),
    // Files, not pages: no frame around them.
    route(":code/evidence/:id/file", "routes/evidence/file.ts"),
    ...deckFormats.map((format) =>
      route(`:code/briefing.${format}`, "routes/briefing/file.ts", { id: `briefing.${format}` }),
    ),
  ]),

  route("frameworks", "routes/frameworks/list.tsx"),
  route("frameworks/:slug", "routes/frameworks/framework.tsx"),

  route("help", "routes/help/list.tsx"),
  route("help/:page", "routes/help/page.tsx"),
  route("accessibility", "routes/help/accessibility.tsx"),
  route("privacy", "routes/help/privacy.tsx"),
  route("cookies", "routes/help/cookies.tsx"),

  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
