// The closing part of a document, at the foot of its last page: QR and short code, how to check, signer, legal line.
// Must stay true: the QR is at least 30 mm wide with a quiet zone; a paper that is not official says so in words.

import { formatDate } from '../../../kernel/date-format.ts'
import { fillText } from '../placeholders.ts'
import { signerRole } from '../signer-role.ts'
import type { Template } from '../template.ts'
import { MM, type TextStyle } from './canvas.ts'
import type { Frame } from './frame.ts'
import type { Setting as AnySetting } from './piece.ts'
import { QUIET_MODULES, qrMatrix, qrRectangles } from './qr.ts'
import { type Paragraph, paragraph, plain } from './typeset.ts'

export const QR_MM = 37

type Setting = AnySetting<Frame>

/** The foot of the last page: its height, and how to draw it with its lower edge at `bottom`. */
export type Foot = { readonly height: number; draw(bottom: number): void }
export type Closing = Foot & {
  /** Where the QR will stand, in points from the top left corner. */
  qrAt(bottom: number): { readonly x: number; readonly y: number; readonly side: number }
}

type Part = { readonly height: number; draw(x: number, y: number): void }

/** The closing part: its height, and how to draw it with its foot at `bottom`. */
export function closing(template: Template, setting: Setting): Closing {
  const { canvas, left, width } = setting
  const qr = qrPart(setting)
  const qrWidth = QR_MM * MM
  const gap = 4 * MM
  const legal = legalPart(setting)
  const signerWidth = Math.min(86 * MM, (width - qrWidth) * 0.62)
  const signer = signerPart(template, setting, signerWidth)
  const middle = width - qrWidth - signerWidth - 2 * gap
  const holderWidth = Math.min(62 * MM, middle * 0.55)
  const hasHolder = template.signature.holder !== undefined
  const holder = hasHolder ? holderPart(template, setting, holderWidth, signer.height) : undefined
  const tip = tipPart(setting, hasHolder ? middle - holderWidth - gap : middle)
  const row = Math.max(qr.height, signer.height, tip.height, holder?.height ?? 0)
  const height = row + 3 * MM + legal.height
  return {
    height,
    qrAt: (bottom) => ({ x: left, y: bottom - height + row - qr.height + qr.quiet, side: qrWidth }),
    draw(bottom) {
      const top = bottom - height
      qr.draw(left, top + row - qr.height)
      tip.draw(left + qrWidth + gap, top + row - tip.height)
      holder?.draw(left + width - signerWidth - gap - holderWidth, top + (row - signer.height))
      signer.draw(left + width - signerWidth, top + (row - signer.height))
      canvas.line(left, top + row + 2 * MM, left + width, top + row + 2 * MM, 0.7)
      legal.draw(left, top + row + 3 * MM)
    },
  }
}

function qrPart(setting: Setting): Part & { readonly quiet: number } {
  const { canvas, frame } = setting
  const matrix = qrMatrix(frame.code.content)
  const side = QR_MM * MM
  const quiet = (side / matrix.length) * QUIET_MODULES
  const style: TextStyle = { face: 'mono', size: 11, bold: true }
  return {
    quiet,
    height: quiet + side + quiet + 4.6 * MM,
    draw(x, y) {
      canvas.fill(qrRectangles(matrix, x, y + quiet, side))
      canvas.text(
        frame.code.shortCode,
        x + (side - canvas.widthOf(frame.code.shortCode, style)) / 2,
        y + quiet + side + quiet + 3.6 * MM,
        style,
      )
    },
  }
}

function tipPart(setting: Setting, width: number): Part {
  const style: TextStyle = { face: 'sans', size: 7.5 }
  const runs = [
    { text: 'Periksa keaslian: pindai kode ini, atau ketik kode pendek di ', bold: false },
    { text: setting.frame.code.typeAt, bold: true },
    { text: '. Tidak perlu masuk, tidak perlu aplikasi.', bold: false },
  ]
  const id = paragraph(setting.canvas, runs, style, width, 'left', 1.3)
  const en = plain(
    setting.canvas,
    'Scan this code to check that the paper is genuine, or type the short code.',
    { ...style, size: 7, italic: true },
    width,
    'left',
    1.3,
  )
  return stack([id, en], 1)
}

function signerPart(template: Template, setting: Setting, width: number): Part {
  const { canvas, frame, scope } = setting
  const { face } = setting
  const size = 10
  const base: TextStyle = { face, size }
  const small: TextStyle = { face, size: 8, italic: true }
  const issued = paragraph(
    canvas,
    [
      { text: `${fillText(template.signature.issued.id, scope)}\npada tanggal `, bold: false },
      { text: formatDate(frame.issuedOn, 'id'), bold: true },
    ],
    base,
    width,
    'center',
    1.28,
  )
  const title = signerRole(template.signature.role, frame.signer, (text) => fillText(text, scope))
  const role = plain(canvas, title, base, width, 'center', 1.28)
  const seal = plain(
    canvas,
    // The day alone: the minute stands in the signature, and a paper may be drawn before it.
    `Ditandatangani secara elektronik\n${formatDate(frame.issuedOn, 'id')}`,
    { face: 'sans', size: 8.5 },
    width - 6 * MM,
    'left',
    1.3,
  )
  const boxed: Part = {
    height: seal.height + 4 * MM,
    draw(x, y) {
      canvas.box(x, y, width, seal.height + 4 * MM, 0.8)
      seal.draw(x + 3 * MM, y + 2 * MM)
    },
  }
  const nip =
    frame.signer.nip === undefined ? [] : [plain(canvas, `NIP ${frame.signer.nip}`, base, width, 'center', 1.28)]
  return stack(
    [
      issued,
      plain(canvas, template.signature.issued.en, small, width, 'center', 1.2),
      role,
      plain(canvas, template.signature.role.en, small, width, 'center', 1.2),
      boxed,
      plain(canvas, frame.signer.name, { ...base, bold: true }, width, 'center', 1.28),
      ...nip,
    ],
    1.6,
  )
}

/** Room for the ink signature of the head of the family, its name level with the signer's. */
function holderPart(template: Template, setting: Setting, width: number, height: number): Part {
  const { holder } = template.signature
  if (holder === undefined) throw new Error('template has no holder to sign')
  const { canvas, face } = setting
  const head = plain(canvas, holder.role.id, { face, size: 10 }, width, 'center', 1.28)
  const en = plain(canvas, holder.role.en, { face, size: 7.5, italic: true }, width, 'center', 1.2)
  const name = plain(
    canvas,
    fillText(holder.name, setting.scope),
    { face, size: 10, bold: true },
    width,
    'center',
    1.28,
  )
  const below = setting.frame.signer.nip === undefined ? 0 : name.height / name.lines.length + 1.6
  return {
    height,
    draw(x, y) {
      head.draw(x, y)
      en.draw(x, y + head.height)
      name.draw(x, y + height - below - name.height)
    },
  }
}

function legalPart(setting: Setting): Paragraph {
  const { frame } = setting
  const specimen = frame.specimen
    ? ' CONTOH, bukan dokumen resmi: ditandatangani dengan sertifikat uji. Specimen, not an official document.'
    : ''
  return paragraph(
    setting.canvas,
    [
      {
        text: `Dokumen ini ditandatangani secara elektronik dengan sertifikat dari ${frame.certificateOf} dan dicetak sendiri pada kertas A4 putih 80 gram (Permendagri 109/2019). Tidak perlu legalisir (Permendagri 104/2019).`,
        bold: false,
      },
      { text: specimen, bold: true },
    ],
    { face: 'sans', size: 7.5 },
    setting.width,
    'left',
    1.35,
  )
}

function stack(parts: readonly Part[], gap: number): Part {
  return {
    height: parts.reduce((sum, part, index) => sum + part.height + (index === 0 ? 0 : gap), 0),
    draw(x, y) {
      let at = y
      for (const part of parts) {
        part.draw(x, at)
        at += part.height + gap
      }
    },
  }
}
