/** What the page of consent shows: what was agreed, what rests on the words, and which files left with them. */
import { listExported } from "#app/models/briefing/exported.server.ts";
import { formatOf } from "#app/models/briefing/exports.server.ts";
import { formats } from "#app/models/briefing/formats.ts";
import { findConsent } from "#app/models/fieldwork/consents.server.ts";
import { listCiting } from "#app/models/findings/cited.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

const moment = (at: string) => `${shortDate(at)}, ${timeOf(at)}`;

function fileWords(format: string): string {
  if (format === "file") return "The note itself";
  const known = formatOf(format);
  return known ? `Briefing deck, ${formats[known].title}` : format;
}

/** Throws `NotFound` unless it is inspectors' own evidence and the person one of them. */
export async function loadConsent(desk: Desk, of: Inspection, id: string) {
  const { item, consent } = await findConsent(desk, of, id);
  const citing = await listCiting(desk, of, id);
  const findings = new Map(citing.map(({ finding, ref, name, text }) => [finding, { id: finding, ref, name, text }]));
  const withdrawn = consent?.withdrawn;
  return {
    code: of.code,
    inspection: of.title,
    item: { id, ref: item.ref, title: item.title },
    consent: consent && {
      attribution: consent.attribution,
      given: consent.given,
      recordedBy: consent.recordedBy,
      at: moment(consent.recordedAt),
      withdrawn: withdrawn ? { at: moment(withdrawn.at), reason: withdrawn.reason } : null,
      version: consent.version,
    },
    findings: [...findings.values()],
    files: (await listExported(desk, of, id)).map(({ format, at, by }, n) => ({
      key: n,
      what: fileWords(format),
      when: moment(at),
      by: by ?? "A command on the machine",
    })),
    mayKeep: allowed(of, "consent.keep"),
  };
}

export type ConsentPage = Awaited<ReturnType<typeof loadConsent>>;
