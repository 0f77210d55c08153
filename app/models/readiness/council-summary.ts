/** The council's own inspection on one page: from what its side did and was asked, and nothing else. */
import { councilSentence, councilTasks, type CouncilFigures, summariseCouncil } from "./council-overview.ts";
import type { SummaryView } from "./summary.ts";

export type CouncilSummaryFrom = {
  council: string;
  title: string;
  kind: string;
  day: string;
  /** Days to the inspection's own day. */
  days: number;
  figures: CouncilFigures;
  themes: readonly { number: number; title: string }[];
};

const MOST_GAPS = 5;

export function councilSummaryView(from: CouncilSummaryFrom): SummaryView {
  const { council, title, kind, day, days, figures, themes } = from;
  const { lines, requests, gaps, actions, notBriefed } = figures;
  const { withEvidence, states } = summariseCouncil(lines);
  const of = (count: number) => `${count} of ${lines.length} lines`;
  const sentence = councilSentence(summariseCouncil(lines), requests.overdue).map(({ words }) => words);
  const until = days > 0 ? `${days.toLocaleString("en-GB")} days` : days === 0 ? "Today" : "Past";
  return {
    ...{ council, title, day },
    facts: [
      { name: `To the ${kind.toLowerCase()}`, value: until },
      { name: "Requests to answer", value: `${requests.waiting}, ${requests.overdue} overdue` },
      { name: "Interviewees not briefed", value: String(notBriefed.length) },
    ],
    sentence: `${sentence.join("; ").replace(/\.$/, "")}.`,
    figures: [
      { name: "With evidence", value: of(withEvidence) },
      { name: "Self-assessed", value: of(states.assessed) },
      { name: "Gaps open", value: `${gaps.open}, ${gaps.overdue.length} overdue` },
      { name: "Improvement actions running", value: `${actions.running}, ${actions.overdue.length} overdue` },
    ],
    judgements: [
      {
        title: "What we say of ourselves, by theme",
        rating: null,
        heads: ["Theme", "Lines assessed", "With evidence"],
        themes: themes.map(({ number, title: theme }) => {
          const own = lines.filter((line) => line.theme === number);
          const assessed = own.filter(({ state }) => state === "assessed").length;
          const evidenced = own.filter(({ evidence }) => evidence > 0).length;
          return {
            title: `${number} ${theme}`,
            rating: `${assessed} of ${own.length}`,
            ready: `${evidenced} of ${own.length}`,
          };
        }),
      },
    ],
    gaps: councilTasks(figures)
      .slice(0, MOST_GAPS)
      .map(({ title: task, note }) => `${task}. ${note}`),
  };
}
