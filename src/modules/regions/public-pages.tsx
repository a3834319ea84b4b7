// Help and complaints, who looked at my data, open data: the pages that the foot of every page leads to.
import { formatMonth } from '../../kernel/date-format.ts'
import { type Language, say, type Text } from '../../kernel/text.ts'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { AccessLine, HelpView, OpenFigure } from './public-port.ts'

export const PUBLIC_WORDS = {
  help: { id: 'Bantuan dan keluhan', en: 'Help and complaints' },
  helpLead: {
    id: 'Sebutkan nomor permohonan atau kode kesalahan. NIK dan nama tidak perlu.',
    en: 'Give the application number or the error code. No NIK, no name.',
  },
  office: { id: 'Kantor', en: 'Office' },
  address: { id: 'Alamat', en: 'Address' },
  contact: { id: 'Kontak', en: 'Contact' },
  notices: { id: 'Pesan kami hanya dari', en: 'Our messages come only from' },
  logo: { id: 'Logo daerah', en: 'Logo of the region' },
  hours: { id: 'Jam layanan', en: 'Opening hours' },
  often: { id: 'Sering ditanyakan', en: 'Often asked' },
  complain: { id: 'Keluhan tentang pelayanan', en: 'Complaints about the service' },
  complainText: {
    id: 'Semua layanan gratis. Diminta membayar? Laporkan ke Inspektorat lewat SP4N-LAPOR (lapor.go.id), atau datang ke loket pengaduan. Laporan Anda tidak memengaruhi permohonan.',
    en: 'All services are free. Asked to pay? Report it to the inspectorate through SP4N-LAPOR (lapor.go.id), or at the complaints counter. Your report does not affect your application.',
  },
  access: { id: 'Siapa melihat data saya', en: 'Who looked at my data' },
  accessLead: {
    id: 'Setiap kali petugas membuka data Anda, tercatat di sini. Nama petugas tidak ditampilkan, unitnya ya.',
    en: 'Each time an officer opens your data it is noted here. The unit is shown, not the name.',
  },
  myData: { id: 'Data saya: salinan dan permintaan', en: 'My data: a copy, and requests' },
  accessEmpty: { id: 'Belum ada yang membuka data Anda', en: 'Nobody has opened your data yet' },
  accessEmptyText: {
    id: 'Daftar ini terisi begitu petugas membuka permohonan atau data Anda.',
    en: 'This list fills as soon as an officer opens an application or record of yours.',
  },
  at: { id: 'Waktu', en: 'Time' },
  unit: { id: 'Unit atau tugas', en: 'Unit or duty' },
  what: { id: 'Yang dilakukan', en: 'What was done' },
  why: { id: 'Untuk apa', en: 'What for' },
  whyService: { id: 'Permohonan', en: 'An application' },
  coverage: { id: 'Cakupan dokumen kependudukan', en: 'Coverage of civil documents' },
  openData: { id: 'Data terbuka', en: 'Open data' },
  openLead: {
    id: 'Angka permohonan per layanan dan bulan, langsung dari pekerjaan yang dilakukan. Bebas dipakai dengan menyebut sumber.',
    en: 'Applications by service and month, straight from the work done. Free to use with attribution.',
  },
  openEmpty: { id: 'Belum ada angka', en: 'No figures yet' },
  openEmptyText: {
    id: 'Angka muncul setelah permohonan pertama diproses.',
    en: 'Figures appear once the first application has been handled.',
  },
  survey: { id: 'Hasil survei kepuasan', en: 'Results of the satisfaction survey' },
  csv: { id: 'Unduh sebagai CSV', en: 'Download as CSV' },
  service: { id: 'Layanan', en: 'Service' },
  month: { id: 'Bulan', en: 'Month' },
  submitted: { id: 'Masuk', en: 'Received' },
  issued: { id: 'Terbit', en: 'Issued' },
  onTime: { id: 'Tepat waktu', en: 'On time' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  held: { id: 'Ditunda', en: 'On hold' },
} as const satisfies Record<string, Text>
const w = PUBLIC_WORDS

export function HelpPage({ base, help, language }: { base: string; help: HelpView; language: Language }) {
  return (
    <div class="stack stack-l narrow">
      <div class="stack">
        {help.hasLogo ? <img src={`${base}/logo`} alt={say(w.logo, language)} width="72" height="72" /> : null}
        <h1>{say(w.help, language)}</h1>
        <p class="lead">{say(w.helpLead, language)}</p>
      </div>
      <SummaryList
        rows={[
          { term: w.office, value: help.office },
          { term: w.address, value: help.address },
          { term: w.contact, value: help.contact },
          ...(help.notices.length === 0 ? [] : [{ term: w.notices, value: help.notices.join(', ') }]),
          { term: w.hours, value: help.hours.map((line) => say(line, language)).join('; ') },
        ]}
      />
      <section class="stack" aria-labelledby="h-often">
        <h2 id="h-often">{say(w.often, language)}</h2>
        <CheckList
          items={[
            {
              icon: 'search',
              title: { id: 'Sampai mana permohonan saya?', en: 'Where is my application?' },
              text: {
                id: 'Buka “Lacak permohonan” dengan nomor dan 4 angka terakhir ponsel.',
                en: 'Open “Follow an application” with its number and the last 4 digits of your phone.',
              },
            },
            {
              icon: 'doc',
              title: { id: 'Apakah kertas ini asli?', en: 'Is this paper genuine?' },
              text: {
                id: 'Pindai kode QR, atau tulis kode pendeknya di halaman pemeriksaan.',
                en: 'Scan the QR code, or write its short code on the checking page.',
              },
            },
            {
              icon: 'house',
              title: { id: 'Tidak punya ponsel?', en: 'No phone?' },
              text: {
                id: 'Keluarga dapat mengurusnya dari ponsel mereka. Atau datang ke operator di kantor desa, atau ke loket pada jam kerja.',
                en: 'A relative can apply from their phone. Or go to the operator at the village office, or to the counter in office hours.',
              },
            },
          ]}
        />
        <p class="row">
          <a href={`${base}/track`}>{language === 'id' ? 'Lacak permohonan' : 'Follow an application'}</a>
          <a href={`${base}/v`}>{language === 'id' ? 'Periksa keaslian kertas' : 'Check a paper'}</a>
        </p>
      </section>
      <Notice tone="note" fact={w.complain} text={w.complainText} />
    </div>
  )
}

export function AccessPage({
  base,
  lines,
  language,
}: {
  base: string
  lines: readonly AccessLine[]
  language: Language
}) {
  return (
    <div class="stack stack-m">
      <h1>{say(w.access, language)}</h1>
      <p class="lead">{say(w.accessLead, language)}</p>
      <p>
        <a href={`${base}/me/data`}>{say(w.myData, language)}</a>
      </p>
      {lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.accessEmpty}
          text={w.accessEmptyText}
          link={{ href: `${base}/me`, label: { id: 'Permohonan saya', en: 'My applications' } }}
        />
      ) : (
        <Table
          caption={w.access}
          phone="cards"
          columns={[
            { key: 'what', label: w.what, title: true },
            { key: 'why', label: w.why },
            { key: 'unit', label: w.unit },
            { key: 'at', label: w.at },
          ]}
          rows={lines.map((line) => ({
            cells: {
              what: line.what,
              why: line.reason ?? w.whyService,
              unit: line.unit === '' ? line.role : line.unit,
              at: line.at,
            },
          }))}
        />
      )}
    </div>
  )
}

export function OpenDataPage({
  base,
  figures,
  language,
}: {
  base: string
  figures: readonly OpenFigure[]
  language: Language
}) {
  return (
    <div class="stack stack-m">
      <h1>{say(w.openData, language)}</h1>
      <p class="lead">{say(w.openLead, language)}</p>
      <p class="row">
        <a href={`${base}/satisfaction`}>{say(w.survey, language)}</a>
        <a href={`${base}/coverage`}>{say(w.coverage, language)}</a>
      </p>
      {figures.length === 0 ? (
        <EmptyState
          level={2}
          title={w.openEmpty}
          text={w.openEmptyText}
          link={{ href: base, label: { id: 'Ke beranda', en: 'To the home page' } }}
        />
      ) : (
        <>
          <p>
            <a href={`${base}/open-data.csv`} download="layanan.csv">
              {say(w.csv, language)}
            </a>
          </p>
          <Table
            caption={w.openData}
            phone="cards"
            columns={[
              { key: 'service', label: w.service, title: true },
              { key: 'month', label: w.month },
              { key: 'submitted', label: w.submitted, end: true },
              { key: 'issued', label: w.issued, end: true },
              { key: 'onTime', label: w.onTime, end: true },
              { key: 'returned', label: w.returned, end: true },
              { key: 'rejected', label: w.rejected, end: true },
              { key: 'held', label: w.held, end: true },
            ]}
            rows={figures.map((one) => ({
              cells: {
                service: one.name,
                month: formatMonth(one.month, language),
                submitted: one.submitted,
                issued: one.issued,
                onTime: one.onTime,
                returned: one.returned,
                rejected: one.rejected,
                held: one.held,
              },
            }))}
          />
        </>
      )}
    </div>
  )
}
