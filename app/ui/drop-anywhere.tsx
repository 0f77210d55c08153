/** Lets files be dropped anywhere on the page, and pictures be pasted, where a script may run; nothing without one. */
import { createElement, useEffect, useRef } from "react";

import { paths } from "#app/paths.ts";

import { useNonce } from "./nonce.ts";

const SCRIPT = "/drop-files.js";

type DropFiles = HTMLElement & { hand(receive: (files: File[]) => void): Promise<void> };

type Props = {
  /** The inspection whose page for uploads takes the files. */
  code: string;
  /** Takes the files here, on that page itself; give it a function that stays the same. */
  receive?: (files: File[]) => void;
};

export function DropAnywhere({ code, receive }: Props) {
  const nonce = useNonce();
  const element = useRef<DropFiles>(null);
  useEffect(() => {
    // A page that was come to without loading it anew does not run the script below.
    void import(/* @vite-ignore */ SCRIPT).then(() => receive && element.current?.hand(receive));
  }, [receive]);
  return (
    <>
      {createElement("drop-files", { ref: element, "data-to": paths.evidenceUpload(code) })}
      <script type="module" src={SCRIPT} nonce={nonce} suppressHydrationWarning />
    </>
  );
}
