/** Whether this browser began to send a file to the inspection and did not end. */
export const anyUnfinished = (code: string): boolean =>
  Object.keys(localStorage).some((key) => key.startsWith(`tus::${code}-`));
