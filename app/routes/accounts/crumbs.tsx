/** The way back through the pages of administration. */
import { paths } from "#app/paths.ts";
import { Crumbs as Trail, type Step } from "#app/ui/crumbs.tsx";

export const Crumbs = ({ steps = [], here }: { steps?: Step[]; here: string }) => (
  <Trail steps={[[paths.admin(), "Administration"], ...steps]} here={here} />
);

export const peopleStep: Step = [paths.people(), "People"];
