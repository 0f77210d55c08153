/** Which letters a person gets. */
import { eq } from "drizzle-orm";

import { mailChoice } from "#db/schema/requests.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { digests } from "./request.ts";

export type MailChoice = {
  /** Letters at once: what is asked of the person, and what became of it. */
  atOnce: boolean;
  /** A letter in the morning of what is to be done. */
  digest: (typeof digests)[number];
  version: number;
};

/** Without having chosen, a person gets both. */
const UNCHOSEN: MailChoice = { atOnce: true, digest: "daily", version: 0 };

/** What the person asking has chosen. */
export async function findMailChoice(desk: Pick<Desk, "read" | "user">): Promise<MailChoice> {
  const { atOnce, digest, version } = mailChoice;
  const [row] = await desk.read
    .select({ atOnce, digest, version })
    .from(mailChoice)
    .where(eq(mailChoice.user, desk.user?.id ?? ""));
  return row ?? UNCHOSEN;
}

/** Keeps what the person asking chose. Throws `Invalid`, and `Stale` where it was changed after `version`. */
export async function chooseMail(
  desk: Desk,
  { version, ...typed }: { atOnce: boolean; digest: string; version: number },
): Promise<void> {
  const me = desk.user?.id;
  if (!me) throw new NotFound();
  const digest = digests.find((one) => one === typed.digest);
  if (!digest) throw new Invalid({ digest: "Choose whether you want a letter each morning" });
  const set = { atOnce: typed.atOnce, digest, version: version + 1 };
  await desk.change({ action: "mail.choose", subject: `user:${me}` }, async (db) => {
    const now = await findMailChoice({ read: db, user: desk.user });
    if (now.version !== version) throw new Stale({ digest: now.digest }, now.version);
    await db
      .insert(mailChoice)
      .values({ user: me, ...set })
      .onConflictDoUpdate({ target: mailChoice.user, set });
  });
}
