/** Which element of the form for a rating each message belongs to, for the error summary. */
export const ratingIds = { level: "level", reason: "rating-reason" };
