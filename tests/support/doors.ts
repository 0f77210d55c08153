/** Who may open each route: the permission matrix at the doors. A route without a row fails tests/http/access.test.ts. */
import type { Act } from "#app/models/inspections/permission.ts";

export type Who = Act | "everyone" | "nobody" | "signed-in" | "admin" | "lead account";

export type Door = {
  read?: Who;
  write?: Who;
  /** What stands in place of `:id`. */
  place?: "finding" | "citation" | "evidence" | "member" | "person" | "visit" | "comment" | "draft" | "area";
  /** The thing that stands there is the council's: its own side alone writes it, or does either. */
  own?: "write" | "all";
  /** Where reading leads those who may: most doors open; some have nothing to show, or only send on. */
  lands?: "shut";
  /** Sending the empty form uses something up (a session, a member), so it is not tried on those who may. */
  spends?: true;
};

const account = (row: Omit<Door, "read"> = {}): Door => ({
  read: "signed-in",
  write: "signed-in",
  spends: true,
  ...row,
});
const person: Door = { read: "admin", write: "admin", place: "person", spends: true };
const onFinding = (row: Door): Door => ({ read: "finding.see", write: "finding.write", place: "finding", ...row });
const onMember: Door = { read: "team.manage", write: "team.manage", place: "member", spends: true };

const onVisit: Door = { read: "visit.see-inside", write: "visit.write", place: "visit" };

export const doors: Record<string, Door> = {
  // The frame of every page: what it shows depends on the page.
  root: {},
  "routes/home": { read: "signed-in" },
  "routes/missing": { read: "everyone", lands: "shut" },

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
  "routes/session/second-factor": account(),
  "routes/session/second-factor-removal": account({ lands: "shut" }),
  "routes/session/recovery-codes": account({ lands: "shut" }),
  "routes/session/identity": { read: "signed-in", lands: "shut" },
  "routes/session/identity-removal": account(),

  "routes/fieldwork/timetable": { read: "visit.see" },
  "routes/fieldwork/new-visit": { read: "visit.write", write: "visit.write" },
  "routes/fieldwork/visit": onVisit,
  "routes/fieldwork/visit-state": onVisit,
  // The first of the timetable is shared with the council.
  "routes/fieldwork/visit-calendar": { read: "visit.see", place: "visit" },
  "routes/fieldwork/guide": { read: "visit.see-inside", place: "visit" },
  "routes/fieldwork/guide-areas": onVisit,
  "routes/fieldwork/questions": onVisit,
  "routes/fieldwork/question": onVisit,
  "routes/fieldwork/question-position": { ...onVisit, spends: true },
  "routes/fieldwork/question-removal": { ...onVisit, spends: true },
  "routes/fieldwork/calendar": { read: "calendar.keep", write: "calendar.keep", spends: true },
  "routes/fieldwork/calendar-revocation": { read: "calendar.keep", write: "calendar.keep", spends: true },
  "routes/fieldwork/feed": { read: "everyone", lands: "shut" },

  "routes/requests/list": { read: "request.see" },
  "routes/requests/list-file": { read: "request.see" },
  "routes/requests/new": { read: "request.write", write: "request.write" },
  "routes/requests/import": { read: "request.write", write: "request.write" },
  "routes/requests/template": { read: "request.write" },
  "routes/requests/draft": { read: "request.see-inside", write: "request.write", place: "draft" },
  "routes/requests/dispatch": { read: "request.see-inside", write: "request.write", place: "draft" },
  "routes/requests/draft-removal": { read: "request.see-inside", write: "request.write", place: "draft" },
  "routes/requests/request": { read: "request.see" },
  "routes/requests/answer": { read: "request.see", write: "request.answer" },
  "routes/requests/sending": { read: "request.see", write: "request.answer" },
  "routes/requests/handover": { read: "request.see", write: "request.answer" },
  "routes/requests/acceptance": { read: "request.see", write: "request.write" },
  "routes/requests/return": { read: "request.see", write: "request.write" },
  "routes/requests/withdrawal": { read: "request.see", write: "request.write" },
  "routes/requests/reminder": { read: "request.see", write: "request.write", spends: true },
  "routes/requests/from-area": { read: "request.see-inside", write: "request.write", place: "area", spends: true },

  "routes/inspections/list": { read: "signed-in" },
  "routes/inspections/new": { read: "lead account", write: "lead account" },
  "routes/inspections/frame": { read: "inspection.see" },
  "routes/inspections/readiness": { read: "inspection.see" },
  "routes/lines/list": { read: "line.see" },
  "routes/lines/line": { read: "finding.see" },
  "routes/lines/findings": { read: "finding.see", write: "finding.write" },
  "routes/lines/rating": { read: "finding.see", write: "rating.write" },
  "routes/lines/note": { read: "finding.see", write: "note.keep" },
  "routes/lines/undo": { read: "finding.write", write: "finding.write" },
  "routes/ratings/theme": { read: "line.see", write: "rating.write" },
  "routes/ratings/judgement": { read: "line.see", write: "rating.write" },
  "routes/ratings/comparison": { read: "rating.compare", write: "rating.compare" },
  "routes/findings/finding": onFinding({}),
  "routes/findings/position": onFinding({}),
  "routes/findings/withdrawal": onFinding({}),
  "routes/findings/citations": onFinding({}),
  "routes/findings/history": onFinding({ read: "finding.history" }),
  "routes/findings/suggestions": { read: "finding.write", place: "finding" },
  "routes/findings/citation-withdrawal": onFinding({ place: "citation", spends: true }),
  "routes/evidence/list": { read: "evidence.see" },
  "routes/evidence/list-file": { read: "evidence.see" },
  "routes/evidence/selection": { read: "evidence.see", write: "evidence.see" },
  "routes/evidence/selection-undo": { read: "evidence.see", write: "evidence.see" },
  "routes/evidence/views": { read: "evidence.see", write: "evidence.see" },
  "routes/evidence/view-removal": { read: "evidence.see", write: "evidence.see", spends: true },
  "routes/evidence/upload": { read: "evidence.add", write: "evidence.add" },
  "routes/evidence/naming": { read: "evidence.add", write: "evidence.add" },
  "routes/evidence/arrival-removal": { read: "evidence.add", write: "evidence.add" },
  "routes/evidence/item": { read: "evidence.see", write: "evidence.add", place: "evidence", own: "write" },
  "routes/evidence/new": { read: "evidence.add", write: "evidence.add" },
  "routes/evidence/transcript": { read: "evidence.add", write: "evidence.add", place: "evidence" },
  "routes/evidence/rereading": { read: "evidence.add", write: "evidence.add", place: "evidence" },
  "routes/evidence/revision": { read: "evidence.add", write: "evidence.add", place: "evidence", own: "all" },
  "routes/evidence/appraisal": { read: "evidence.appraise", write: "evidence.appraise", place: "evidence" },
  "routes/evidence/reading": { read: "evidence.appraise", write: "evidence.appraise", place: "evidence" },
  "routes/evidence/return": { read: "evidence.appraise", write: "evidence.appraise", place: "evidence" },
  "routes/evidence/acceptance": { read: "evidence.appraise", write: "evidence.appraise", place: "evidence" },
  "routes/evidence/text": { read: "evidence.see", place: "evidence" },
  "routes/evidence/pages": { read: "evidence.see", place: "evidence" },
  "routes/evidence/passage-citation": { read: "finding.write", write: "finding.write", place: "evidence" },
  "routes/evidence/withdrawal": { read: "evidence.withdraw", write: "evidence.withdraw", place: "evidence" },
  "routes/evidence/file": { read: "evidence.see", place: "evidence" },
  "routes/briefing/briefing": { read: "briefing.export" },
  "routes/briefing/import": { read: "briefing.import", write: "briefing.import" },
  "briefing.pptx": { read: "briefing.export" },
  "briefing.html": { read: "briefing.export" },
  "briefing.md": { read: "briefing.export" },
  "routes/inspections/edition": { read: "edition.see", write: "edition.upgrade" },
  "routes/inspections/edition-undo": { read: "edition.see", write: "edition.upgrade" },
  "routes/inspections/through": { read: "line.see" },
  "routes/audit/activity": { read: "activity.see" },
  "routes/audit/file": { read: "activity.see" },
  "routes/ratings/moderation": { read: "moderation.see" },
  "routes/ratings/moderated-judgement": { read: "moderation.see", write: "moderation.decide" },
  "routes/ratings/theme-moderation": { read: "moderation.see" },
  "routes/ratings/agreed-lines": { read: "moderation.see", write: "moderation.decide" },
  "routes/ratings/moderated-line": { read: "moderation.see", write: "moderation.decide" },
  "routes/ratings/moderated-theme": { read: "moderation.see", write: "moderation.decide" },
  "routes/ratings/sign-off": { read: "moderation.see", write: "moderation.decide" },
  "routes/ratings/reopening": { read: "moderation.see", write: "moderation.decide" },
  "routes/ratings/comments": { read: "comment.see", write: "comment.write" },
  "routes/ratings/comment-resolution": { read: "comment.see", write: "comment.write", place: "comment", spends: true },
  "routes/inspections/stage": { read: "stage.see", write: "stage.move" },
  "routes/inspections/settings": { read: "settings.change", write: "settings.change" },
  "routes/briefing/publication": { read: "publication.see", write: "publication.propose" },
  "routes/briefing/publication-approval": { read: "publication.approve", write: "publication.approve" },
  "routes/briefing/publication-withdrawal": { read: "publication.see", write: "publication.propose" },
  "routes/briefing/publication-correction": { read: "publication.correct", write: "publication.correct" },
  // Nothing is published in the demonstration: for everyone it is not there.
  "routes/briefing/published": { read: "publication.see", lands: "shut" },
  "routes/briefing/published-file": { read: "publication.see", lands: "shut" },
  "routes/team/team": { read: "team.see", write: "team.manage" },
  "routes/team/member": { read: "team.manage", place: "member" },
  "routes/team/removal": onMember,
  "routes/team/exclusion": onMember,
  "routes/team/readmission": onMember,

  "routes/accounts/admin": { read: "admin" },
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
