/** The pages on which inspectors ask and brief, and those of the council and of managers. */
import { testPages } from "#tests/support/accessible.ts";

testPages(["lead: asking and briefing", "reviewer", "manager", "officer", "admin"]);
