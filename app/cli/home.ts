/** Where the product is installed, for commands. */
export { contentFolder, home } from "#app/platform/home.server.ts";
