// Typing in a bundle of paper forms from a counter or a village. HTML from data. Must stay true: nothing typed is shown to anyone but whoever
// typed it, and only until it is sent; the scan stays with the office that keeps the paper, here stays its fingerprint.
import { say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { PAPER_CHANNELS } from './paper-entry.ts'
import type { PaperView } from './port.ts'

export const PAPER_WORDS = {
  title: { id: 'Ketik lembar kertas', en: 'Type in paper forms' },
  lead: {
    id: 'Satu bundel dari satu layanan. Yang mengetik bukan unit yang dinilai. Isi lembar tidak dapat dilihat lagi setelah dikirim.',
    en: 'One bundle of one service. Who types is not of the unit that is judged. What is on the forms cannot be seen again once sent.',
  },
  service: { id: 'Layanan', en: 'Service' },
  channel: { id: 'Diisi di', en: 'Filled in at' },
  lines: { id: 'Jawaban, satu lembar satu baris', en: 'Answers, one form a line' },
  linesHint: {
    id: 'Angka 1 sampai 4 menurut urutan pertanyaan, tanda - bila kosong, lalu titik koma dan komentarnya bila ada. Contoh: 433434433; Cepat',
    en: 'Digits 1 to 4 in the order of the questions, - where empty, then a semicolon and the comment if there is one. Example: 433434433; Quick',
  },
  scan: { id: 'Pindaian bundel ini', en: 'Scan of this bundle' },
  scanHint: {
    id: 'Satu berkas. Hanya sidiknya yang disimpan, supaya bundel yang sama tidak terhitung dua kali; simpan kertasnya.',
    en: 'One file. Only its fingerprint is kept, so that the same bundle never counts twice; keep the paper.',
  },
  note: { id: 'Catatan', en: 'Note' },
  noteLate: { id: 'Mengapa datang setelah periode ditutup', en: 'Why it comes after the period was closed' },
  send: { id: 'Kirim bundel', en: 'Send the bundle' },
  taken: { id: 'Bundel diterima', en: 'The bundle is in' },
  takenText: {
    id: 'Jawabannya dicampur dulu, lalu terbagi per layanan.',
    en: 'Its answers are mixed first, then counted by service.',
  },
  known: { id: 'Bundel ini sudah pernah dikirim', en: 'This bundle was sent before' },
  knownText: { id: 'Tidak ada yang dihitung dua kali.', en: 'Nothing is counted twice.' },
} as const satisfies Record<string, Text>
const w = PAPER_WORDS

const CHANNEL_NAMES: Readonly<Record<(typeof PAPER_CHANNELS)[number], Text>> = {
  counter: { id: 'Loket', en: 'Counter' },
  village: { id: 'Desa atau kelurahan', en: 'Village' },
}

export function PaperPage({
  view,
  action,
  typed = {},
  done,
  errors = [],
}: {
  view: PaperView
  action: string
  typed?: Readonly<Record<string, string>>
  done?: 'taken' | 'known'
  errors?: readonly { readonly at?: string; readonly text: string }[]
}) {
  const language = useLanguage()
  const errorAt = (at: string) => errors.find((error) => error.at === at)?.text
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="narrow stack stack-l" novalidate>
      <ErrorSummary errors={errors} />
      <div>
        <p class="quiet">
          {view.unitName}, {say(view.name, language)}
        </p>
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      {done === undefined ? null : (
        <Notice
          tone={done === 'taken' ? 'good' : 'note'}
          fact={done === 'taken' ? w.taken : w.known}
          text={done === 'taken' ? w.takenText : w.knownText}
        />
      )}
      <SelectField
        name="service"
        label={w.service}
        value={typed.service}
        error={errorAt('service')}
        options={view.services.map((one) => ({ value: one.id, label: one.name }))}
      />
      <SelectField
        name="channel"
        label={w.channel}
        value={typed.channel}
        error={errorAt('channel')}
        options={PAPER_CHANNELS.map((one) => ({ value: one, label: CHANNEL_NAMES[one] }))}
      />
      <Field
        name="lines"
        kind="lines"
        rows={8}
        label={w.lines}
        hint={w.linesHint}
        value={typed.lines}
        error={errorAt('lines')}
      />
      <Upload
        name="scan"
        samples={[]}
        accept="application/pdf,image/*"
        label={w.scan}
        hint={w.scanHint}
        error={errorAt('scan')}
      />
      <Field
        name="note"
        label={view.late ? w.noteLate : w.note}
        optional={!view.late}
        value={typed.note}
        error={errorAt('note')}
      />
      <Button label={w.send} />
    </form>
  )
}
