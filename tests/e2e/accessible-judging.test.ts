/** The pages on which inspectors judge. */
import { testPages } from "#tests/support/accessible.ts";

testPages(["lead: judging"]);
