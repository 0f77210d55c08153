/** What a command is, and how it reads its words. */
import { parseArgs, type ParseArgsConfig } from "node:util";

import { deskFor, openServices, type Services } from "#app/desk.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { readSettings } from "#app/platform/env.ts";
import { readInstance } from "#app/platform/instance.server.ts";

export type Command = {
  /** One or two words. */
  name: string;
  /** What follows the name. */
  usage: string;
  summary: string;
  /** Returns the exit code. */
  run(words: string[]): Promise<number>;
};

/** The words do not fit the command's usage. */
export class Usage extends Error {}

/** Reads options and plain words; throws `Usage` for an option that the command does not have. */
export function read<T extends NonNullable<ParseArgsConfig["options"]>>(words: string[], options: T) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

/** Opens the data folder for one command, as the product itself, and closes it again. */
export async function withDesk<T>(work: (desk: Desk, services: Services) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const { demo } = await readInstance(settings.DATA_DIR);
  const services = await openServices(settings, demo);
  try {
    return await work(deskFor(services, null), services);
  } finally {
    services.store.close();
  }
}
