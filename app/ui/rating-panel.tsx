/** The box where something is rated: one's own rating, the others as far as told, and what they rest on. */
import { Link } from "@remix-run/react";

import type { RatingBox } from "#app/models/readiness/rating-box.ts";
import { paths } from "#app/paths.ts";

import type { Failed } from "./form.tsx";
import { RatingForm } from "./rating-form.tsx";
import { Computed, Confidence, hasOthers, Others, SideBySide } from "./side-by-side.tsx";

type Props = {
  code: string;
  box: RatingBox;
  failed: Failed;
  action: string;
  legend: string;
  /** Without the other ratings: the page shows them itself. */
  bare?: true;
};

export function RatingPanel({ code, box, failed, action, legend, bare }: Props) {
  const { subject, ref, mayRate, mayCompare, confidence, beside } = box;
  return (
    <section className="rate-box" id="rating" aria-labelledby="rating-title">
      <div className="rate-head">
        <h2 id="rating-title" className="h3">
          {mayRate ? "Your rating" : "Rating"}
        </h2>
        {confidence && <Link to={paths.activity(code, { record: `${subject}:${ref}` })}>History</Link>}
      </div>
      <Computed box={box} />
      <RatingForm box={box} failed={failed} action={action} legend={legend} />
      <Others box={box} />
      <Confidence of={confidence} />
      {!bare && confidence && (hasOthers(box) || mayCompare) && (
        <details className="rate-others" open={!mayRate && box.standing.kind === "differs"}>
          <summary>{beside.length > 0 ? `Ratings side by side (${beside.length})` : "Other ratings"}</summary>
          <SideBySide code={code} box={box} />
        </details>
      )}
    </section>
  );
}
