import { expect, test } from "vitest";

import { builtInFormat, formatNumber } from "./number-format.ts";

test.each([
  [8100000, '"£"#,##0', "£8,100,000"],
  [8100000.5, "[$£-809]#,##0.00", "£8,100,000.50"],
  [-634000, '"£"#,##0;[Red]-"£"#,##0', "-£634,000"],
  [-634000, '"£"#,##0_);\\("£"#,##0\\)', "(£634,000)"],
  [-634000, '"£"#,##0', "-£634,000"],
  [1234.5, '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', "£1,234.50"],
  [0, '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', "£-"],
  [0.25, "0%", "25%"],
  [0.2567, "0.0%", "25.7%"],
  [-0.05, "0%", "-5%"],
  [6300000, '"£"0.0,,"m"', "£6.3m"],
  [1234567, "#,##0", "1,234,567"],
  [0, "#,##0", "0"],
  [0.5, "#.##", ".5"],
  [7, "000", "007"],
  [1.5, '0.00" days"', "1.50 days"],
  [3, "0;-0;none", "3"],
  [0, "0;-0;none", "none"],
  [0.333333333333333, "# ?/?", "0.333333333333333"],
  [0.1 + 0.2, "General", "0.3"],
  [1e21, "0", "1e+21"],
  [43404, "yyyy-mm-dd", "2018-10-31"],
  [43404, "dd/mm/yyyy", "2018-10-31"],
  [43404, "[$-809]dd mmmm yyyy;@", "2018-10-31"],
  [43404.604166667, "dd/mm/yyyy hh:mm", "2018-10-31 14:30"],
  [43404, "mmm-yy", "2018-10"],
  [43404, "yyyy", "2018"],
  [0.604166667, "h:mm AM/PM", "14:30"],
  [1.145833333, "[h]:mm", "27:30"],
  [59, "yyyy-mm-dd", "1900-02-28"],
  [61, "yyyy-mm-dd", "1900-03-01"],
  [-1, "yyyy-mm-dd", "-1"],
  [9e9, "yyyy-mm-dd", "9000000000"],
  [12, '"day" 0', "day 12"],
  [12, "[Red]0", "12"],
  [12, "", "12"],
])("%d as %s is %s", (value, code, shown) => {
  expect(formatNumber(value, code)).toBe(shown);
});

test("dates count from 1904 where the workbook says so", () => {
  expect(formatNumber(41942, "yyyy-mm-dd", true)).toBe("2018-10-31");
});

test("built-in formats are known by number", () => {
  expect(formatNumber(0.25, builtInFormat(9))).toBe("25%");
  expect(formatNumber(43404, builtInFormat(14))).toBe("2018-10-31");
  expect(formatNumber(12, builtInFormat(0))).toBe("12");
  expect(formatNumber(12, builtInFormat(9999))).toBe("12");
});

test("no code makes it throw, and a long one is not tried", () => {
  for (const code of ['"', "[", "\\", "_", "*", ";;;", "0.", ".", "[h", "%%%%", "E+0", "#".repeat(255)]) {
    expect(typeof formatNumber(1234.5, code)).toBe("string");
  }
  expect(formatNumber(5, '"x"'.repeat(1000))).toBe("5");
});
