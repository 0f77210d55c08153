/** How a browser can show a file itself: a PDF page by page, or a picture; null for what is read as text. */
export const previewOf = (mediaType: string): "pdf" | "image" | null => {
  if (mediaType === "application/pdf") return "pdf";
  return mediaType === "image/png" || mediaType === "image/jpeg" ? "image" : null;
};
