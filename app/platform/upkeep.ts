/** What needs someone's hand on a server: rules over figures, without a word of what is stored. */

export type Run = { name: string; ranAt: string; failure: string | null };

export type State = {
  /** Bytes. */
  disk: { free: number; whole: number; room: number; reserved: boolean };
  mail: boolean;
  scanner: boolean;
  /** "v22.23.3". */
  node: string;
  jobs: readonly Run[];
};

const DAY = 86_400_000;

/** The most that lies between two backups before it is said, in days. */
const BACKUP_DAYS = 2;

/** The day on which each line of Node.js gets its last security fix. Source: the Node.js release schedule. */
const NODE_ENDS: Record<number, string> = { 20: "2026-04-30", 22: "2027-04-30", 24: "2028-04-30", 26: "2029-04-30" };

const majorOf = (node: string): number => Number(/^v(\d+)/.exec(node)?.[1]);

/** Whether the last security fix for this version of Node.js lies behind us. */
export const isPastSupport = (node: string, now: Date): boolean =>
  now.toISOString().slice(0, 10) > (NODE_ENDS[majorOf(node)] ?? "9999");

function diskWorry({ free, whole, room, reserved }: State["disk"]): string | null {
  if (room === 0 && !reserved) {
    return "The disk is full, and the room kept for the database is in use: make room before changes are refused.";
  }
  if (room === 0) return "The disk is full: no file is taken until there is room.";
  return free < whole / 10 ? "Less than a tenth of the disk is free." : null;
}

function backupWorry(last: Run | undefined, now: Date): string | null {
  if (!last) return "No backup of this data has been made.";
  if (last.failure) return `The last backup failed (${last.failure}).`;
  const days = Math.floor((now.getTime() - Date.parse(last.ranAt)) / DAY);
  return days >= BACKUP_DAYS ? `The last backup is ${days} days old.` : null;
}

/** What should be seen to, each as a sentence, the most urgent first; none where all is well. */
export function worriesOf({ disk, mail, scanner, node, jobs }: State, now: Date): string[] {
  const failed = jobs.filter(({ name, failure }) => failure !== null && name !== "backup");
  return [
    diskWorry(disk),
    backupWorry(
      jobs.find(({ name }) => name === "backup"),
      now,
    ),
    ...failed.map(({ name, failure }) => `${jobTitle(name)}: the last run failed (${failure}).`),
    !mail && "No mail server is set up: you pass links on yourself.",
    !scanner && "No virus scanner is set up: files are kept as they were sent.",
    isPastSupport(node, now) && `Node.js ${node.slice(1)} gets no more security fixes.`,
  ].filter((worry) => typeof worry === "string");
}

const titles: Record<string, string> = {
  backup: "Backup",
  digest: "Morning letters",
  letters: "Letters",
  reading: "Reading of files",
  record: "Signing of the record",
  reserve: "Room kept for the database",
  retention: "Retention",
  snapshots: "Snapshots",
  sweep: "Sweeping up",
};

/** What a job is called on pages. */
export const jobTitle = (name: string): string => titles[name] ?? name;
