/** What the tiles of the council's home can be coloured by. */
export const tileViews = [
  { key: "evidence", title: "Evidence" },
  { key: "rating", title: "Own rating" },
] as const;
export type TileView = (typeof tileViews)[number]["key"];

export const readTileView = (typed: string | null): TileView =>
  tileViews.find(({ key }) => key === typed)?.key ?? "evidence";
