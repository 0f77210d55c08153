import { expect, test } from "vitest";

import { isPastSupport, type State, worriesOf } from "./upkeep.ts";

const now = new Date("2026-11-24T12:00:00Z");
const well: State = {
  disk: { free: 50, whole: 100, room: 45, reserved: true },
  mail: true,
  scanner: true,
  node: "v22.23.3",
  jobs: [{ name: "backup", ranAt: "2026-11-23T12:00:01Z", failure: null }],
};

test("a server that is well looked after worries nobody", () => {
  expect(worriesOf(well, now)).toEqual([]);
});

test.each([
  [
    "a full disk",
    { disk: { free: 5, whole: 100, room: 0, reserved: true } },
    "The disk is full: no file is taken until there is room.",
  ],
  [
    "a disk on which the room kept is in use",
    { disk: { free: 1, whole: 100, room: 0, reserved: false } },
    "The disk is full, and the room kept for the database is in use: make room before changes are refused.",
  ],
  [
    "little room",
    { disk: { free: 9, whole: 100, room: 4, reserved: false } },
    "Less than a tenth of the disk is free.",
  ],
  ["no backup", { jobs: [] }, "No backup of this data has been made."],
  [
    "an old backup",
    { jobs: [{ name: "backup", ranAt: "2026-11-20T11:00:00Z", failure: null }] },
    "The last backup is 4 days old.",
  ],
  [
    "a backup that failed",
    { jobs: [{ name: "backup", ranAt: "2026-11-24T11:00:00Z", failure: "ENOSPC" }] },
    "The last backup failed (ENOSPC).",
  ],
  [
    "letters that do not leave",
    { jobs: [...well.jobs, { name: "letters", ranAt: "2026-11-24T11:00:00Z", failure: "2 not sent: ESOCKET" }] },
    "Letters: the last run failed (2 not sent: ESOCKET).",
  ],
  ["no mail", { mail: false }, "No mail server is set up: you pass links on yourself."],
  ["no scanner", { scanner: false }, "No virus scanner is set up: files are kept as they were sent."],
  ["an old Node.js", { node: "v20.20.2" }, "Node.js 20.20.2 gets no more security fixes."],
])("%s is told, and nothing else", (_what, state, worry) => {
  expect(worriesOf({ ...well, ...state }, now)).toEqual([worry]);
});

test("a version of Node.js is supported until the end of its last day", () => {
  expect(isPastSupport("v24.1.0", new Date("2028-04-30T23:59:59Z"))).toBe(false);
  expect(isPastSupport("v24.1.0", new Date("2028-05-01T00:00:00Z"))).toBe(true);
});
