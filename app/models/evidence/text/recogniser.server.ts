/**
 * Recognises words in pictures with Tesseract, which is WebAssembly: it runs in this very process, with the data of its
 * language from a package, and fetches nothing. For the bounded child only.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

export type Recognised = {
  text: string;
  /** From 0 to 100: how sure it is of what it read. */
  sure: number;
};
export type Recognise = (picture: Uint8Array) => Promise<Recognised>;

type Packet = { status: string; data: unknown };
type Script = {
  setAdapter(adapter: Record<string, unknown>): void;
  dispatchHandlers(packet: Record<string, unknown>, send: (answer: Packet) => void): void;
};

/** The newer engine alone: the data of the older one are not there. */
const LSTM = 1;

/** Loads Tesseract; throws where it, or its data, cannot be loaded. `beat` is called as the recognition gets on. */
export async function openRecogniser(beat: () => void): Promise<Recognise> {
  const require = createRequire(import.meta.url);
  // What its own worker would run: without the worker there is no other thread, and nothing to hold but this process.
  const script = require("tesseract.js/src/worker-script/index.js") as Script;
  const getCore = require("tesseract.js/src/worker-script/node/getCore.js") as unknown;
  script.setAdapter({ getCore, gunzip: gunzipSync, readCache: (path: string) => Promise.resolve(readFileSync(path)) });
  const ask = <T>(action: string, payload: Record<string, unknown>) =>
    new Promise<T>((resolve, reject) => {
      script.dispatchHandlers({ jobId: action, workerId: "here", action, payload }, ({ status, data }) => {
        beat();
        if (status === "resolve") resolve(data as T);
        else if (status === "reject") reject(new Error(String(data)));
      });
    });
  const langPath = join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int");
  const langs = ["eng"];
  await ask("load", { options: { lstmOnly: true, logging: false } });
  await ask("loadLanguage", { langs, options: { langPath, cacheMethod: "none", gzip: true, lstmOnly: true } });
  await ask("initialize", { langs, oem: LSTM });
  return async (image) => {
    const output = { text: true, hocr: false, tsv: false };
    const { text, confidence } = await ask<{ text: string; confidence: number }>("recognize", {
      image,
      options: { rotateAuto: true },
      output,
    });
    return { text: text.trim(), sure: confidence };
  };
}
