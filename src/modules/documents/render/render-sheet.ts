// A filled-in form to the bytes of a PDF: the pages of the one engine, with room for ink instead of an electronic signature. Must stay
// true: it never looks like a signed paper: no QR, no certificate, and its foot says what it is.
import type { FormSheet } from '../form-sheet.ts'
import { sheetTemplate } from '../form-sheet.ts'
import { MM, type TextStyle } from './canvas.ts'
import type { PageFrame } from './frame.ts'
import type { Setting } from './piece.ts'
import { type Ending, renderPages } from './render.ts'
import { plain } from './typeset.ts'

const INK_MM = 17

export async function renderSheet(sheet: FormSheet, frame: PageFrame): Promise<Uint8Array> {
  const { template, data } = sheetTemplate(sheet)
  const { canvas } = renderPages(template, data, frame, {}, (setting) => ending(sheet, setting))
  return canvas.finish()
}

/** Officer at the left, applicant at the right, a line of where it comes from below. */
function ending(sheet: FormSheet, { canvas, left, width }: Setting): Ending {
  const base: TextStyle = { face: 'sans', size: 9 }
  const half = width / 2
  const { role, name, place, date } = sheet.signer
  const officer = plain(canvas, '\nPetugas pendaftaran', base, half, 'center', 1.3)
  const signer = plain(canvas, `${place}, ${date}\n${role}`, base, half, 'center', 1.3)
  const line = plain(canvas, '( ………………………………………… )', base, half, 'center', 1.3)
  const who = plain(canvas, name, { ...base, bold: true }, half, 'center', 1.3)
  const origin = plain(canvas, sheet.origin, { face: 'sans', size: 7.5 }, width, 'left', 1.3)
  const top = Math.max(officer.height, signer.height)
  const names = Math.max(line.height, who.height)
  const height = top + INK_MM * MM + names + 3 * MM + origin.height
  return {
    height,
    words: '',
    code: sheet.number,
    draw(bottom) {
      const y = bottom - height
      officer.draw(left, y)
      signer.draw(left + half, y)
      line.draw(left, y + top + INK_MM * MM)
      who.draw(left + half, y + top + INK_MM * MM)
      const foot = y + top + INK_MM * MM + names + 2 * MM
      canvas.line(left, foot, left + width, foot, 0.5)
      origin.draw(left, foot + 1 * MM)
    },
  }
}
