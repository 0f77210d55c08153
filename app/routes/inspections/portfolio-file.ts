/** The inspections of one person as a file, CSV or a workbook by its ending: those that the address asks for. */
import { reading } from "#app/desk.server.ts";
import { writeWorkbook } from "#app/models/evidence/workbook.ts";
import { listPortfolio } from "#app/models/readiness/portfolio.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { fileAnswer } from "../exports/file-answer.ts";
import { sheetOf } from "../exports/sheet.ts";
import { portfolioTable } from "./portfolio-table.ts";

export const loader = reading(async ({ desk, url }) => {
  const { header, rows } = portfolioTable(await listPortfolio(desk), url);
  if (url.pathname.endsWith(".csv")) return csvTable("inspections.csv", { header, rows });
  return fileAnswer("inspections.xlsx", writeWorkbook([sheetOf({ title: "Inspections", header, rows })]));
});
