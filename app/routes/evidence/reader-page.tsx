/** The reader: a document in the middle, its pages on one side, and what is cited of it on the other. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";

import type { FormState } from "#app/platform/answer.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { later } from "#app/ui/later.tsx";
import styles from "#app/ui/styles/reader.css?url";

import { FileNotes } from "./file-notes.tsx";
import { LinkedNotice } from "./linked-notice.tsx";
import { Linker } from "./linker.tsx";
import { PassageList } from "./passage-list.tsx";
import { ReaderHead } from "./reader-head.tsx";
import { ReadingForm } from "./reading-form.tsx";
import type { ReaderView } from "./reader.server.ts";
import { SheetSteps } from "./sheet-steps.tsx";
import { Sheets } from "./sheets.tsx";
import { UnitNav } from "./unit-nav.tsx";
import { TypedPassage } from "./typed-passage.tsx";

const PdfView = later("PdfView", () => import("./pdf-view.tsx").then((it) => it.PdfView));
const Picture = later("Picture", () => import("./picture.tsx").then((it) => it.Picture));

/** Which element of the form each message belongs to, for the error summary. */
const typedIds: Record<string, string> = { quote: "first", target: "target", text: "new-text" };

export const readerLinks: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const readerMeta: MetaFunction = ({ data }) => {
  const held = data as ReaderView | { reader: ReaderView | null } | undefined;
  const item = held && "reader" in held ? held.reader : held;
  return [{ title: item ? `${item.ref} ${item.title} – ${item.inspection} – Throughline` : "Throughline" }];
};

type Props = { data: ReaderView; failed?: FormState | undefined };

export function TextPage({ data, failed }: Props) {
  return (
    <main id="main" className="reader-main">
      <ReaderHead data={data} view="text" />
      <div className="wide reader">
        <UnitNav data={data} view="text" />
        <div className="reader-mid">
          <ErrorSummary failed={failed} ids={typedIds} />
          <LinkedNotice data={data} />
          <FileNotes data={data} />
          <Linker data={data}>
            <Sheets data={data} />
          </Linker>
          <SheetSteps data={data} view="text" />
        </div>
        <Side data={data} failed={failed} />
      </div>
    </main>
  );
}

export function PicturePage({ data }: Props) {
  const { preview } = data.file;
  return (
    <main id="main" className="reader-main">
      <ReaderHead data={data} view="pages" />
      <div className="wide reader">
        <UnitNav data={data} view="pages" />
        <div className="reader-mid">
          <LinkedNotice data={data} />
          <FileNotes data={data} />
          <Linker data={data}>{preview === "pdf" ? <PdfView data={data} /> : <Picture data={data} />}</Linker>
          <SheetSteps data={data} view="pages" />
        </div>
        <Side data={data} failed={undefined} />
      </div>
    </main>
  );
}

/** The council is shown neither passages nor forms. */
function Side({ data, failed }: { data: ReaderView; failed: FormState | undefined }) {
  if (!data.linking && data.citedInAll === 0) return null;
  return (
    <div className="reader-side">
      <PassageList data={data} />
      <TypedPassage data={data} failed={failed} />
      <ReadingForm data={data} />
    </div>
  );
}
