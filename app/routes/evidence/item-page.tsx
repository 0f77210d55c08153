/** The page of one piece of evidence: the same under the address of each of its forms. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { StateTag } from "#app/ui/evidence-state.tsx";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import shared from "#app/ui/styles/evidence.css?url";
import styles from "#app/ui/styles/evidence-item.css?url";

import { ItemActions } from "./item-actions.tsx";
import { ItemDetails } from "./item-details.tsx";
import { Files } from "./item-files.tsx";
import { DetailsForm, WithdrawalForm } from "./item-forms.tsx";
import { Appraised, Citing } from "./item-inside.tsx";
import type { ItemView } from "./item-view.ts";

export const itemLinks: LinksFunction = () => [
  { rel: "stylesheet", href: shared },
  { rel: "stylesheet", href: styles },
];

export const itemMeta: MetaFunction = ({ data }) => {
  const item = data as ItemView | undefined;
  return [{ title: item ? `${item.ref} ${item.title} – ${item.inspection} – Throughline` : "Throughline" }];
};

const notices: Record<string, string> = {
  added: "It is in the evidence.",
  changed: "The details are saved.",
  redacted:
    "The redacted copy is in the evidence, and the original is restricted. Read the copy before you pass it on.",
  revised: "The new version is in place. The earlier one stays on record.",
  typed: "What you typed is the text of the file now: it can be searched and quoted.",
  reread: "The file is read again. Open this page again in a minute.",
  returned: "It is sent back. The council sees your reason.",
  accepted: "It is taken as it is. The council is not waited for any more.",
  judged: "What you said of it is saved. The council does not see it.",
};

type Props = {
  item: ItemView;
  done: string | null;
  /** Whether the details are open for a change. */
  editing?: boolean;
  edit?: Failed;
  withdraw?: Failed;
  withdrawing?: boolean;
  /** What went wrong with something that has no fields to mend. */
  problem?: Failed;
};

export function ItemPage({ item, done, editing = false, edit, withdraw, withdrawing = false, problem }: Props) {
  const { code, ref, title, state, inside } = item;
  const notice = notices[done ?? ""];
  const changing = item.mayEdit && (editing || edit !== undefined);
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={edit ?? withdraw ?? problem} />
      <EvidenceCrumbs code={code} here={ref} />
      <div className="item-head">
        <p className="item-over">
          <span>{item.kind}</span> <StateTag state={state} />
        </p>
        <h1 className="h1">{title}</h1>
      </div>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      {item.withdrawn && <Withdrawn item={item} />}
      {item.returned && !item.withdrawn && <Returned item={item} returned={item.returned} />}
      {item.remarks.length > 0 && <Remarks remarks={item.remarks} />}
      <div className="evidence-item">
        <div className="evidence-main">
          <Files item={item} />
          {changing ? <DetailsForm item={item} failed={edit} /> : <ItemDetails item={item} />}
        </div>
        <div className="evidence-side">
          <ItemActions item={item} editing={changing} />
          {inside && <Appraised item={item} inside={inside} />}
          {item.mayWithdraw && <WithdrawalForm item={item} failed={withdraw} open={withdrawing} />}
        </div>
        {inside && <Citing code={code} item={item.id} citing={inside.citing} />}
      </div>
    </main>
  );
}

function Withdrawn({ item: { withdrawnReason, inside } }: { item: ItemView }) {
  return (
    <div className="notice notice-warn">
      <p>
        <b>Withdrawn.</b> {withdrawnReason ?? "The lead inspector can say why."}
      </p>
      {inside && inside.citing.length > 0 && <p>What cites it still does. Check each of these findings.</p>}
    </div>
  );
}

function Returned({ item, returned }: { item: ItemView; returned: NonNullable<ItemView["returned"]> }) {
  return (
    <div className="notice notice-warn">
      <p>
        <b>{item.inside ? "Sent back to the council" : "Sent back by the inspection team"}</b> on {returned.at}
      </p>
      <p className="item-reason">{returned.reason}</p>
      {item.mayEdit && (
        <p>
          <Link to={paths.evidenceRevision(item.code, item.id)}>Send a new version</Link>
        </p>
      )}
    </div>
  );
}

const Remarks = ({ remarks }: { remarks: string[] }) => (
  <ul className="notice item-remarks">
    {remarks.map((remark) => (
      <li key={remark}>{remark}</li>
    ))}
  </ul>
);
