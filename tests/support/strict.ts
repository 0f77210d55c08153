/** A test that logs an error has failed, whatever else it checked. */
import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const said = vi.mocked(console.error).mock.calls.map((words) => words.join(" "));
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});
