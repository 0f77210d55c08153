/** The style of slides, the same wherever they are shown. */
import { slideStyle } from "#app/models/briefing/html-style.ts";

export const loader = () =>
  new Response(slideStyle, {
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
