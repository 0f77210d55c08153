import { requestRef } from "#app/models/requests/request.ts";

import { type Check, counted } from "./check.ts";

export const overdue: Check = {
  severity: "weakens",
  title: (count) => `${counted(count, "request is", "requests are")} overdue`,
  why: "What was asked for has not come, so what it would show is not in the briefing.",
  mend: "Send a reminder, give another day, or take the request back.",
  find: ({ requests }) =>
    requests
      .filter(({ standing }) => standing === "overdue")
      .map(({ id, number, title, due }) => ({
        key: `${id}:${due}`,
        words: `${requestRef(number)} is past its day.`,
        at: [{ kind: "request", number, title }],
      })),
};
