/** The way back to the evidence of an inspection. */
import { paths } from "#app/paths.ts";

import { Crumbs } from "./crumbs.tsx";

type Props = {
  code: string;
  /** The piece of evidence that the page belongs to, where it is not the page of it. */
  item?: { id: string; ref: string; title: string };
  here: string;
};

export function EvidenceCrumbs({ code, item, here }: Props) {
  const above = item ? [[paths.evidenceItem(code, item.id), `${item.ref} ${item.title}`] as const] : [];
  return <Crumbs steps={[[paths.evidence(code), "Evidence"], ...above]} here={here} />;
}
