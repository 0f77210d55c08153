/** The pages on which inspectors ask and brief, and those of who reviews. */
import { testPages } from "#tests/support/accessible.ts";

testPages(["lead: asking and briefing", "reviewer"]);
