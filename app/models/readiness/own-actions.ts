/** What the council does for itself, in the words of the record: told to its own people, and never to inspectors. */
export const ownActions = [
  "assessment.save",
  "gap.add",
  "gap.edit",
  "gap.close",
  "gap.reopen",
  "improvement.add",
  "improvement.edit",
  "measure.add",
  "measure.edit",
  "interviewee.add",
  "interviewee.edit",
  "interviewee.withdraw",
  "rehearsal.start",
  "snapshot.take",
];

/** And what it does before it sends anything. */
export const unseenByInspectors = [
  ...ownActions,
  "learning.add",
  "learning.edit",
  "answer.save",
  "request.give",
  "evidence.arrive",
  "evidence.drop",
];
