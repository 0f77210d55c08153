/** The pages of the council, of administrators and of those who have not signed in. */
import { testPages } from "#tests/support/accessible.ts";

testPages(["manager", "officer", "admin", "nobody"]);
