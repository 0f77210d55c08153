/** Tables that go on over several slides, whose heads stand on the first alone. */
import type { SourceSlide } from "./source.ts";
import { headRows, listedIn } from "./table.ts";

/** The slides with the heads repeated over each piece of such a table: as wide as the one on the slide before. */
export function withHeads(slides: SourceSlide[]): SourceSlide[] {
  let heads: string[][] | null = null;
  return slides.map((slide) => {
    if (slide.hidden) return slide;
    let last: string[][] | null = null;
    const blocks = slide.blocks.map((block) => {
      if (block.kind === "text") return block;
      const own = headRows(block.rows);
      const wide = heads?.[0]?.length;
      const bare = !own && heads !== null && block.rows.every((row) => row.length === wide) && listsNothing(block.rows);
      last = own ?? (bare ? heads : null);
      return bare ? { ...block, rows: [...heads!, ...block.rows] } : block;
    });
    heads = last;
    return { ...slide, blocks };
  });
}

const listsNothing = (rows: string[][]): boolean => {
  const { units, rows: found } = listedIn(rows);
  return found.length === 0 && units.every(({ is }) => is === "row");
};
