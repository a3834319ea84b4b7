// From template, data and frame to the bytes of an unsigned PDF/A-2b.
// Must stay true: same input, same bytes; one page where type of at least 7 points makes that possible; on more pages each
// one carries the number, the short code and its place in the whole.
import type { Refusal, Result } from '../../../kernel/refusal.ts'
import { fillText, type Scope } from '../placeholders.ts'
import type { CodeLists, DocumentData, Template } from '../template.ts'
import { checkData, printedWords } from '../template-check.ts'
import { flowOf } from './blocks.ts'
import { Canvas, MM, type TextStyle } from './canvas.ts'
import { closing, type Foot } from './closing.ts'
import { unprintable } from './fonts.ts'
import type { Frame, PageFrame } from './frame.ts'
import { type Heights, paginate, totalHeight } from './paginate.ts'
import type { Flow, Setting } from './piece.ts'

export type Rendered = {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Where the QR stands on the last page, in millimetres from the top left corner. */
  readonly qrMm: { readonly x: number; readonly y: number; readonly side: number }
}

const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75]
const SMALLEST_POINTS = 7
const FOOT_MM = 6
/** How far the spaces of a short document may widen, so that it fills its page calmly. */
const LARGEST_STRETCH = 1.7

/** Refuses what the template cannot print: missing or ill-shaped values, letters that no embedded font has. */
export async function renderDocument(
  template: Template,
  data: DocumentData,
  frame: Frame,
  lists: CodeLists,
): Promise<Result<Rendered>> {
  const faults = [...checkData(template, data, lists), ...unprintableIn(template, data, frame)]
  if (faults.length > 0) return { ok: false, refusals: faults }
  const { canvas, pages, end, margin } = renderPages(template, data, frame, lists, (at) => ({
    ...closing(template, at),
    words: fillText(`{${template.number}}`, at.scope),
    code: frame.code.shortCode,
  }))
  const qr = end.qrAt(canvas.height - margin)
  const qrMm = { x: qr.x / MM, y: qr.y / MM, side: qr.side / MM }
  return { ok: true, value: { bytes: await canvas.finish(), pages, qrMm } }
}

/** What ends a paper, and what each of several pages says of it: its number and the code it is found by. */
export type Ending = Foot & { readonly words: string; readonly code: string }
type Pages = Pick<Template, 'kind' | 'name' | 'page' | 'fields' | 'blocks'>

/** Sets and draws all pages with their ending, whatever it is. The caller finishes the canvas. */
export function renderPages<F extends PageFrame, E extends Ending>(
  template: Pages,
  data: DocumentData,
  frame: F,
  lists: CodeLists,
  ending: (setting: Setting<F>) => E,
): { readonly canvas: Canvas; readonly pages: number; readonly end: E; readonly margin: number } {
  const scope: Scope = { data, fields: template.fields, office: frame.office, lists }
  const canvas = new Canvas(template.page.orientation, {
    title: template.name.id,
    subject: `${template.kind} ${frame.documentId}`,
    author: frame.office.office,
    createdAtMs: frame.issuedAtMs,
  })
  canvas.addPage()
  const margin = template.page.marginMm * MM
  const settingAt = (scale: number): Setting<F> => ({
    canvas,
    scope,
    frame,
    face: template.page.face,
    size: template.page.size * scale,
    scale,
    left: margin,
    width: canvas.width - 2 * margin,
  })
  const end = ending(settingAt(1))
  const heights = {
    full: canvas.height - 2 * margin - FOOT_MM * MM,
    last: canvas.height - 2 * margin - end.height - 4 * MM,
  }
  const flows = fitting(template, settingAt, heights)
  const total = totalHeight(flows)
  const spaces = flows.slice(1).reduce((sum, flow) => sum + flow.space, 0)
  const stretch =
    total > heights.last || spaces === 0 ? 1 : Math.min(LARGEST_STRETCH, 1 + (heights.last - total) / spaces)
  const pages = paginate(flows, heights, stretch)
  pages.forEach((page, index) => {
    if (index > 0) canvas.addPage()
    for (const { piece, y } of page) piece.draw(margin + y)
    const isLast = index === pages.length - 1
    if (isLast) end.draw(canvas.height - margin)
    if (pages.length > 1) pageFoot(index + 1, pages.length, isLast)
  })
  return { canvas, pages: pages.length, end, margin }

  function pageFoot(page: number, of: number, isLast: boolean): void {
    const style: TextStyle = { face: 'sans', size: 7.5 }
    const words = `${template.name.id} ${end.words} · ${end.code} · halaman ${page} dari ${of}`
    const y = canvas.height - (isLast ? margin - 4.5 * MM : margin)
    canvas.text(words, canvas.width - margin - canvas.widthOf(words, style), y, style)
  }
}

/** The flows at the largest scale that needs the fewest pages. */
function fitting(template: Pages, settingAt: (scale: number) => Setting, heights: Heights): readonly Flow[] {
  let best: readonly Flow[] | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const scale of SCALES) {
    if (scale < 1 && template.page.size * scale < SMALLEST_POINTS) break
    const setting = settingAt(scale)
    const flows = template.blocks.flatMap((block) => flowOf(block, setting) ?? [])
    const pages = paginate(flows, heights).length
    if (pages < fewest) {
      best = flows
      fewest = pages
    }
    if (pages === 1) break
  }
  return best ?? []
}

function unprintableIn(template: Template, data: DocumentData, frame: Frame): readonly Refusal[] {
  const faults: Refusal[] = []
  const check = (value: unknown, at: string) => {
    const letters = typeof value === 'string' ? unprintable(value) : []
    if (letters.length > 0)
      faults.push({
        code: 'document-unprintable',
        at,
        params: { ...printedWords(template, at), letters: letters.join(' ') },
      })
  }
  for (const [name, value] of Object.entries(data)) {
    if (Array.isArray(value))
      value.forEach((item, index) => {
        for (const [inner, scalar] of Object.entries(item)) check(scalar, `${name}.${index}.${inner}`)
      })
    else check(value, name)
  }
  check(frame.signer.name, 'signer')
  return faults
}
