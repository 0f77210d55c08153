/** The size of a file as people read it: "240KB", "38MB", "1.2GB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)}KB`;
  return bytes < 999_500_000 ? `${short(bytes / 1e6)}MB` : `${short(bytes / 1e9)}GB`;
}

const short = (many: number): string => (many < 9.95 ? many.toFixed(1).replace(/\.0$/, "") : `${Math.round(many)}`);
