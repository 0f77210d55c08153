import ICAL from "ical.js";
import { expect, test } from "vitest";

import { type CalendarEvent, writeCalendar } from "./calendar-file.ts";
import { londonMoment } from "./london-time.ts";

const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: "v1",
  title: "Interview: accountable officer",
  description: "",
  place: null,
  startsAt: londonMoment("2026-03-30", "09:00") ?? "",
  endsAt: londonMoment("2026-03-30", "10:00") ?? "",
  cancelled: false,
  sequence: 0,
  stamp: "2026-03-01T12:00:00.000Z",
  ...over,
});

const write = (...events: CalendarEvent[]) => writeCalendar("Sample", "inspections.example.test", events);
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

test("a calendar reads the times that were typed, on both sides of each change of the clocks", () => {
  for (const day of ["2026-03-28", "2026-03-29", "2026-10-25", "2026-10-26"]) {
    const startsAt = londonMoment(day, "09:00") ?? "";
    const [one] = read(write(event({ startsAt })));
    const shown = one?.startDate.toJSDate().toLocaleString("sv-SE", { timeZone: "Europe/London" });
    expect(shown).toBe(`${day} 09:00:00`);
  }
});

test("what people typed comes back as it was, however long, and whatever signs it holds", () => {
  const title = `Meeting; at 9, with \\ and “${"é漢🙂".repeat(60)}”`;
  const description = "First line\nBEGIN:VEVENT\r\nthird";
  const text = write(event({ title, description, place: "Town hall, room 1\u0000" }));
  const [one, ...more] = read(text);
  expect(more).toEqual([]);
  expect([one?.summary, one?.description, one?.location]).toEqual([
    title,
    description.replace("\r\n", "\n"),
    "Town hall, room 1",
  ]);
});

test("the file keeps to the rules: lines of at most 75 octets, each ended, an id and a stamp for each event", () => {
  const text = write(event({ title: "ü".repeat(200) }), event({ id: "v2", cancelled: true, sequence: 3 }));
  const lines = text.split("\r\n");
  expect(lines.pop()).toBe("");
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(text.match(/^UID:.+@inspections\.example\.test\r$/gm)).toHaveLength(2);
  expect(text.match(/^DTSTAMP:20260301T120000Z\r$/gm)).toHaveLength(2);
  expect(text).toContain("SEQUENCE:3\r\n");
  expect(text).toContain("STATUS:CANCELLED\r\n");
});

test("an empty timetable is a calendar too", () => {
  expect(read(write())).toEqual([]);
});
