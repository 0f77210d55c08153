/** Every URL, in the order in which a reader meets them. START HERE: each route names its file. */
import { index, prefix, route, type RouteConfig } from "@remix-run/route-config";

import { deckFormats } from "./models/briefing/formats.ts";

export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/session/sign-in.tsx"),
  route("sign-in/reset", "routes/session/reset.tsx"),
  route("welcome/:token", "routes/session/welcome.tsx"),
  route("sign-out", "routes/session/sign-out.tsx"),
  route("sign-in/code", "routes/session/code.tsx"),
  route("sign-in/oidc", "routes/session/oidc.tsx"),
  route("sign-in/oidc/callback", "routes/session/oidc-callback.tsx"),
  route("confirm", "routes/session/confirm.tsx"),

  ...prefix("account", [
    index("routes/session/account.tsx"),
    route("sessions/:id/end", "routes/session/own-session-end.ts"),
    route("other-sessions/end", "routes/session/other-sessions-end.ts"),
    route("password", "routes/session/own-password.tsx"),
    route("second-factor", "routes/session/second-factor.tsx"),
    route("second-factor/removal", "routes/session/second-factor-removal.tsx"),
    route("recovery-codes", "routes/session/recovery-codes.tsx"),
    route("single-sign-on", "routes/session/identity.tsx"),
    route("single-sign-on/removal", "routes/session/identity-removal.ts"),
  ]),

  ...prefix("inspections", [
    index("routes/inspections/list.tsx"),
    route("new", "routes/inspections/new.tsx"),
    route(":code", "routes/inspections/frame.tsx", [
      index("routes/inspections/readiness.tsx"),
      route("lines", "routes/lines/list.tsx"),
      route("lines/:ref", "routes/lines/line.tsx"),
      route("lines/:ref/findings", "routes/lines/findings.tsx"),
      route("lines/:ref/rating", "routes/lines/rating.tsx"),
      route("lines/:ref/note", "routes/lines/note.tsx"),
      route("themes/:number", "routes/ratings/theme.tsx"),
      route("findings/:id", "routes/findings/finding.tsx"),
      route("findings/:id/position", "routes/findings/position.tsx"),
      route("findings/:id/withdrawal", "routes/findings/withdrawal.tsx"),
      route("findings/:id/citations", "routes/findings/citations.tsx"),
      route("findings/:id/history", "routes/findings/history.tsx"),
      route("undo/:seq", "routes/lines/undo.tsx"),
      route("citations/:id/withdrawal", "routes/findings/citation-withdrawal.tsx"),
      route("evidence", "routes/evidence/list.tsx"),
      route("evidence/upload", "routes/evidence/upload.tsx"),
      route("evidence/:id", "routes/evidence/item.tsx"),
      route("evidence/:id/text", "routes/evidence/text.tsx"),
      route("evidence/:id/withdrawal", "routes/evidence/withdrawal.tsx"),
      route("briefing", "routes/briefing/briefing.tsx"),
      route("briefing/import", "routes/briefing/import.tsx"),
      route("activity", "routes/audit/activity.tsx"),
      route("team", "routes/team/team.tsx"),
      route("team/:id", "routes/team/member.tsx"),
      route("team/:id/removal", "routes/team/removal.tsx"),
      route("team/:id/exclusion", "routes/team/exclusion.tsx"),
      route("team/:id/readmission", "routes/team/readmission.tsx"),
    ]),
    // Files, not pages: no frame around them.
    route(":code/activity.csv", "routes/audit/file.ts"),
    route(":code/evidence/:id/file", "routes/evidence/file.ts"),
    ...deckFormats.map((format) =>
      route(`:code/briefing.${format}`, "routes/briefing/file.ts", { id: `briefing.${format}` }),
    ),
  ]),

  ...prefix("admin", [
    index("routes/accounts/admin.tsx"),
    route("people", "routes/accounts/people.tsx"),
    route("people/new", "routes/accounts/new-person.tsx"),
    route("people/:id", "routes/accounts/person.tsx"),
    route("people/:id/role", "routes/accounts/role.tsx"),
    route("people/:id/link", "routes/accounts/link.tsx"),
    route("people/:id/sessions", "routes/accounts/sessions.tsx"),
    route("people/:id/suspension", "routes/accounts/suspension.tsx"),
    route("people/:id/second-factor", "routes/accounts/second-factor.tsx"),
    route("people/:id/return", "routes/accounts/return.tsx"),
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
