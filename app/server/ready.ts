/** Whether this server can do its work: for whatever stands before it and decides where requests go. */
import type { Request, Response } from "express";

import type { Services } from "#app/desk.server.ts";

/** What keeps it from its work, in one word each. The words tell nothing of what is stored. */
async function problems({ store, storage }: Services, stopping: () => boolean): Promise<string[]> {
  const writes = store
    .write(async () => undefined)
    .then(
      () => true,
      () => false,
    );
  const room = storage.room().catch(() => 0);
  return [
    ...(stopping() ? ["stopping"] : []),
    ...((await writes) ? [] : ["database"]),
    ...((await room) > 0 ? [] : ["disk"]),
  ];
}

/** 200 "ready", or 503 with what is wrong: "stopping", "database" (it cannot be written to) or "disk" (no room for files). */
export const ready =
  (services: Services, stopping: () => boolean) =>
  (_request: Request, response: Response): void => {
    void problems(services, stopping).then((found) => {
      response
        .status(found.length ? 503 : 200)
        .type("text/plain")
        .send(`${found.join("\n") || "ready"}\n`);
    });
  };
