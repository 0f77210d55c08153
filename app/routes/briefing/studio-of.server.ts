/** The loader of the studio and of each form on it: the deck at the slide that the address names. */
import { reading } from "#app/desk.server.ts";
import { deckFormats, formats } from "#app/models/briefing/formats.ts";
import { findStudio } from "#app/models/briefing/studio.server.ts";
import type { Act } from "#app/models/inspections/permission.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

/** The slide of the address, from 1. */
export const slideOf = (url: URL): number => {
  const typed = url.searchParams.get("slide") ?? "";
  return /^\d{1,5}$/.test(typed) ? Number(typed) : 1;
};

export const studioOf = (act: Act) =>
  reading(async ({ desk, params, url }) => {
    const inspection = await findInspection(desk, params.code ?? "", act);
    const studio = await findStudio(desk, inspection, params.deck ?? "", slideOf(url));
    return {
      code: inspection.code,
      ...studio,
      all: url.searchParams.get("film") === "all",
      formats: deckFormats.map((format) => ({ format, title: formats[format].title })),
    };
  });
