// What an officer sees of a case that is tied to them: that it exists, why it is not theirs, and the way to hand it over.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import type { OfficeConflictView } from './office-port.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const CONFLICT_WORDS = {
  title: t('Permohonan ini bukan untuk Anda periksa', 'This application is not for you to check'),
  number: t('Nomor permohonan', 'Application number'),
  shut: t(
    'Isian, berkas, dan perubahannya tidak diperlihatkan kepada Anda. Percobaan membukanya tercatat.',
    'Its answers, papers and changes are not shown to you. That you tried to open it is on record.',
  ),
  free: t(
    'Permohonan ini ada di daftar bersama, dan petugas lain dengan peran yang sama dapat mengambilnya. Catat bahwa Anda mundur, supaya jelas siapa yang tidak menanganinya.',
    'It stands on the shared list, where a colleague with the same role can take it. Note that you step aside, so that it is clear who does not handle it.',
  ),
  mine: t(
    'Permohonan ini masih tercatat Anda ambil. Serahkan sekarang, supaya petugas lain dapat melanjutkannya.',
    'You still hold this application. Hand it over now, so that a colleague can go on with it.',
  ),
  other: t('Petugas lain sudah mengambilnya.', 'A colleague has taken it already.'),
  alone: t(
    'Tidak ada petugas lain dengan peran ini? Minta kepala dinas menunjuk pengganti sementara.',
    'Nobody else has this role? Ask the head of the office to appoint a deputy.',
  ),
  handOver: t('Serahkan ke petugas lain', 'Hand over to a colleague'),
} as const

export function ConflictPage({ base, view, language }: { base: string; view: OfficeConflictView; language: Language }) {
  const w = CONFLICT_WORDS
  return (
    <div class="stack narrow">
      <h1>{say(w.title, language)}</h1>
      <p>
        {say(w.number, language)} <b class="num">{view.number}</b>
      </p>
      <Notice tone="care" fact={view.reason} text={w.shut} />
      <p>{say(w[view.taken], language)}</p>
      <p class="quiet">{say(w.alone, language)}</p>
      {view.taken === 'other' ? null : (
        <form method="post" action={`${base}/office/cases/${view.caseId}/aside`}>
          <Button label={w.handOver} />
        </form>
      )}
    </div>
  )
}
