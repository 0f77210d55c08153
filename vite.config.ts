import { vitePlugin as remix } from "@remix-run/dev";
import { minify } from "terser";
import { defineConfig, type Plugin } from "vite";

import remixConfig from "./remix.config.js";

/** What pages that ship scripts share, in one file each: many small ones weigh more on the wire. */
const SHARED: Record<string, RegExp> = {
  frame:
    /\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\/|vite\/preload-helper|\/app\/(paths|root|models\/.+-paths|models\/inspections\/address|ui\/(chip|crumbs|dates|form|frame|idle-warning|later|nonce|problem|signs|titled))\.tsx?$/,
  uploads:
    /\/app\/(routes\/evidence\/(file-chooser|file-faults|queue|restricted-question|unfinished|upload-status|use-file-actions|use-uploads)|ui\/drop-anywhere)\.tsx?$/,
};

/** React and Remix are most of what a page loads. Terser makes them smaller by a twentieth than esbuild does, in a few seconds. */
const smallerFrame: Plugin = {
  name: "smaller-frame",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  renderChunk: {
    order: "post",
    async handler(code, { name }) {
      return name === "frame" ? ((await minify(code, { module: true, compress: { passes: 2 } })).code ?? null) : null;
    },
  },
};

export default defineConfig({
  plugins: [remix(remixConfig), smallerFrame],
  build: { target: "es2022", assetsInlineLimit: 0 },
  // Their licences are in public/licences.txt.
  esbuild: { legalComments: "none" },
  // Two hundred small files, which would take longer to load one by one than all of the pages. The programs do the same.
  ssr: { noExternal: ["drizzle-orm", "zod"] },
  environments: {
    client: {
      build: {
        rollupOptions: {
          output: { manualChunks: (id) => Object.keys(SHARED).find((name) => SHARED[name]?.test(id)) },
        },
      },
    },
  },
});
