// What the register would change, as the rows that the before-and-after table shows. Must stay true: nothing before or after
// is left out of the row, never written as a dash.
import type { BeforeAfter } from '../register/before-after.ts'

export const changeRows = (rows: readonly BeforeAfter[]) =>
  rows.map((row) => ({
    thing: row.thing,
    ...(row.before.id === '–' ? {} : { before: row.before }),
    ...(row.after.id === '–' ? {} : { after: row.after }),
  }))
