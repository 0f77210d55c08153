/** Places on the pages of moderation: what links lead to, and what the messages of a form belong to. */

/** "line:1.3" is "line-1-3": an id that needs no escaping. */
export const placeOf = (subject: string): string => subject.replace(/[^a-z0-9]+/gi, "-");

/** The elements of a form, by the names of its fields. */
export const fieldsOf = (place: string) => ({
  level: `${place}-level`,
  reason: `${place}-reason`,
  text: `${place}-text`,
});
