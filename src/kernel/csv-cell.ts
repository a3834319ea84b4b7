// A cell of a CSV file that people open in a spreadsheet. Must stay true: a text that the program would run as a formula gets an
// apostrophe in front; a negative number is no formula and stays one, or no other program could read it.

const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const NEGATIVE = /^-\d+(\.\d+)?$/

export function csvCell(text: string): string {
  return FORMULA.test(text) && !NEGATIVE.test(text) ? `'${text}` : text
}
