/** The media types whose text is read, and those that are kept as pictures or in a form that is not read. */
export const readableTypes = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
  "text/csv",
  "text/plain",
  "text/markdown",
  "text/html",
  "message/rfc822",
  "application/vnd.ms-outlook",
] as const;
export type ReadableType = (typeof readableTypes)[number];

export const isReadable = (mediaType: string): mediaType is ReadableType =>
  readableTypes.some((type) => type === mediaType);

export const isPicture = (mediaType: string): boolean => mediaType.startsWith("image/");

/** Whether words may be recognised in a file of this type that has no text. */
export const isRecognisable = (mediaType: string): boolean => isPicture(mediaType) || mediaType === "application/pdf";
