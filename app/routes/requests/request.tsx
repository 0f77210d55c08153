/** One request: for the council to answer, for inspectors to look at what came. */
import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import type { Failed } from "#app/ui/form.tsx";
import { later } from "#app/ui/later.tsx";
import inboxStyles from "#app/ui/styles/inbox.css?url";
import styles from "#app/ui/styles/requests.css?url";
import uploadStyles from "#app/ui/styles/upload.css?url";
import { titled } from "#app/ui/titled.ts";

import { requestNumber } from "./request-number.ts";
import { loadInspectorsRequest } from "./request-inspector.server.ts";
import { loadOfficersRequest } from "./request-officer.server.ts";

/** Nobody sees both. */
const InspectorsRequest = later("InspectorsRequest", () =>
  import("./request-inspector.tsx").then((it) => it.InspectorsRequest),
);
const OfficersRequest = later("OfficersRequest", () =>
  import("./request-officer.tsx").then((it) => it.OfficersRequest),
);

export const meta = titled("Request");
/** Only where the council may answer does the page need scripts: for files that go while the rest is typed. */
export const handle = {
  scripts: (data: unknown) => {
    const shown = data as Awaited<ReturnType<typeof loader>> | undefined;
    return shown?.side === "council" && shown.page.answering;
  },
};
export const links: LinksFunction = () =>
  [styles, uploadStyles, inboxStyles].map((href) => ({ rel: "stylesheet", href }));

export const loader = reading(async ({ desk, params, url, services }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.see");
  const number = requestNumber(params);
  if (!allowed(inspection, "request.see-inside")) {
    return { side: "council" as const, page: await loadOfficersRequest(desk, inspection, number, { url, services }) };
  }
  return { side: "inspectorate" as const, page: await loadInspectorsRequest(desk, inspection, number, url) };
});

/** Which form of the page came back: the last word of its address. */
export type RequestFailure = { form: string; state: Failed };

export default function Request() {
  return <RequestPage data={useLoaderData<typeof loader>()} />;
}

/** The page, also under the addresses of its forms. */
export function RequestPage({
  data,
  failure,
}: {
  data: Awaited<ReturnType<typeof loader>>;
  failure?: RequestFailure | undefined;
}) {
  if (data.side === "council") return <OfficersRequest data={data.page} failure={failure} />;
  return <InspectorsRequest data={data.page} failure={failure} />;
}
