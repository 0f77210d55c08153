/** What an administrator is shown of the server: figures and codes of the whole of it, nothing of any inspection. */
import type { SignedIn, Services } from "#app/desk.server.ts";
import { demandAdmin } from "#app/models/accounts/people.server.ts";
import { findHead } from "#app/models/audit/events.server.ts";
import { formatHead } from "#app/models/audit/head.ts";
import { sumBlobs } from "#app/models/evidence/blobs.server.ts";
import { countHolds } from "#app/models/inspections/holds.server.ts";
import { listRuns } from "#app/platform/jobs.server.ts";
import { jobTitle, worriesOf } from "#app/platform/upkeep.ts";
import { readDisk, readVersions } from "#app/platform/upkeep.server.ts";

/** Throws `NotFound` unless an administrator asks. */
export async function readUpkeep({ desk, services }: { desk: SignedIn["desk"]; services: Services }) {
  demandAdmin(desk);
  const { settings, store } = services;
  const [disk, room, files, versions, jobs, head, held] = await Promise.all([
    readDisk(settings.DATA_DIR),
    services.storage.room(),
    sumBlobs(desk),
    readVersions(desk.read),
    listRuns(services),
    findHead(desk.read),
    countHolds(desk),
  ]);
  const set = { mail: services.mail !== null, scanner: services.scanner !== null, ocr: settings.OCR === "on" };
  return {
    worries: worriesOf({ ...set, disk: { ...disk, room }, node: versions.node, jobs }, desk.now()),
    disk: { ...disk, room },
    files,
    versions: { ...versions, schema: store.schema },
    jobs: jobs.map((run) => ({ ...run, title: jobTitle(run.name) })),
    head: { seq: head.seq, text: formatHead(head) },
    held,
    set,
  };
}
