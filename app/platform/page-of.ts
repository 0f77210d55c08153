/** The page that a request is about, to come back to; none for a form that was sent. */
export function pageOf(request: Request): string | undefined {
  if (request.method === "POST") return undefined;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("_routes");
  return (
    pathname.replace(/^\/_root\.data$/, "/").replace(/\.data$/, "") + (searchParams.size ? `?${searchParams}` : "")
  );
}
