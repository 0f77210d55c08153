/** What stands at a route: who may read what is behind it, and who may change it. */
import type { Act } from "#app/models/inspections/permission.ts";

export type Who = Act | "everyone" | "nobody" | "signed-in" | "admin" | "lead account";

export type Door = {
  read?: Who;
  write?: Who;
  /** What stands in place of `:id`. */
  place?:
    | "gap"
    | "improvement"
    | "interviewee"
    | "finding"
    | "citation"
    | "evidence"
    | "member"
    | "person"
    | "visit"
    | "comment"
    | "draft"
    | "area";
  /** The thing that stands there is the council's: its own side alone writes it, or does either. */
  own?: "write" | "all";
  /** Where reading leads those who may: most doors open; some have nothing to show, or only send on. */
  lands?: "shut";
  /** It takes long to make, so that not everyone who may open it does. */
  costs?: true;
  /** Sending the empty form uses something up (a session, a member), so it is not tried on those who may. */
  spends?: true;
};
