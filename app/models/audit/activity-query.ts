/** Which part of the activity is asked for: what stands in the page's address. */
import { type RecordKind, recordKinds } from "./record-kind.ts";

export type ActivityQuery = {
  /** A person's id. */
  who?: string;
  kind?: RecordKind;
  /** One record, as events name it: "line:1.3", "evidence:<id>". */
  record?: string;
  /** Where the page begins, as an earlier page told it. */
  before?: number;
};

/** Reads the query of an address; what makes no sense is left out. */
export function readActivityQuery(search: URLSearchParams): ActivityQuery {
  const who = search.get("who")?.slice(0, 100);
  const kind = (Object.keys(recordKinds) as RecordKind[]).find((one) => one === search.get("kind"));
  const [record] = /^(finding|evidence|line|theme|judgement):[\w.-]{1,64}$/.exec(search.get("record") ?? "") ?? [];
  const before = search.get("before") ?? "";
  return {
    ...(who && { who }),
    ...(kind && { kind }),
    ...(record && { record }),
    ...(/^\d{1,15}$/.test(before) && { before: Number(before) }),
  };
}
