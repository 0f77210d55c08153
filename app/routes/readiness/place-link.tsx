/** A record that a check names, as a link to where it is mended. */
import { Link } from "@remix-run/react";

import type { CheckPlace } from "#app/models/readiness/checks/check.ts";
import { requestRef } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";

function pathOf(code: string, place: CheckPlace): string {
  switch (place.kind) {
    case "finding":
      return paths.line(code, place.ref, {}, place.id);
    case "line":
      return paths.line(code, place.ref);
    case "theme":
      return paths.theme(code, Number(place.ref));
    case "judgement":
      return paths.judgement(code, Number(place.ref));
    case "evidence":
      return paths.evidenceItem(code, place.id);
    case "request":
      return paths.request(code, place.number);
  }
}

/** "1.3 S2", "line 1.3", "E12", "R-4". */
export function placeName(place: CheckPlace): string {
  switch (place.kind) {
    case "finding":
      return `${place.ref} ${place.name}`;
    case "evidence":
      return place.ref;
    case "request":
      return requestRef(place.number);
    default:
      return `${place.kind.charAt(0).toUpperCase()}${place.kind.slice(1)} ${place.ref}`;
  }
}

export const placeText = (place: CheckPlace): string => (place.kind === "finding" ? place.text : place.title);

export function PlaceLink({ code, place }: { code: string; place: CheckPlace }) {
  return (
    <>
      <Link className="nowrap" to={pathOf(code, place)}>
        {placeName(place)}
      </Link>
      <span>{placeText(place)}</span>
    </>
  );
}
