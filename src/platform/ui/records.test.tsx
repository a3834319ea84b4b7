import { describe, expect, test } from 'vitest'
import { BeforeAfter } from './before-after.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { FreshnessLine } from './freshness-line.tsx'
import { type Content, Speaking } from './language.ts'
import { MaskedNumber } from './masked-number.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { Pagination } from './pagination.tsx'
import { Due, ProgressBar } from './progress-bar.tsx'
import { SaveState } from './save-state.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Timeline } from './timeline.tsx'

const draw = (content: Content, language: 'id' | 'en' = 'id'): string =>
  String((<Speaking value={language}>{content}</Speaking>).toString())

describe('Table', () => {
  const table = (
    <Table
      phone="cards"
      caption="Permohonan"
      columns={[
        { key: 'due', label: 'Tenggat' },
        { key: 'what', label: 'Permohonan', title: true },
        { key: 'go', label: 'Tindakan', hidden: true },
      ]}
      rows={[{ tone: 'late', cells: { due: 'lewat 40 mnt', what: 'Akta kematian', go: 'Ambil' } }]}
    />
  )

  test('writes out its roles, labels its cards, names its rows', () => {
    const html = draw(table)
    expect(html).toContain('<table class="grid cards lead-in" role="table">')
    expect(html).toContain('<tr role="row" class="late">')
    expect(html).toContain('<td role="cell" data-l="Tenggat">lewat 40 mnt</td>')
    expect(html).toContain('<th role="rowheader" scope="row">Akta kematian</th>')
    expect(html).toContain('<span class="hide">Tindakan</span>')
    expect(html).not.toContain('data-l="Tindakan"')
  })
})

describe('BeforeAfter', () => {
  test('strikes what goes, marks what comes, says when there was nothing', () => {
    const html = draw(
      <BeforeAfter
        caption="Perubahan"
        changes={[
          { thing: 'NIK', after: '6311' },
          { thing: 'Lembar KK', before: 'lama', after: 'baru' },
          { thing: 'Anggota', before: '2', after: '3', extends: true },
          { thing: 'Mandat', before: 'ada' },
        ]}
      />,
    )
    expect(html.match(/<del>/g)).toHaveLength(2)
    expect(html.match(/<ins>/g)).toHaveLength(3)
    expect(html.match(/>tidak ada</g)).toHaveLength(2)
    expect(html).toContain('data-l="Sebelum"')
  })
})

describe('Timeline', () => {
  test('counts down when the newest stands on top, and marks now', () => {
    const items = [
      { title: 'Terbit', state: 'next' as const },
      { title: 'Disahkan', state: 'now' as const },
      { title: 'Diajukan', at: { iso: '2026-04-10T15:00+08:00', words: 'Jumat 10 April' } },
    ]
    expect(draw(<Timeline items={items} />)).toMatch(/^<ol class="time" reversed="">/)
    expect(draw(<Timeline items={items} order="forward" />)).toMatch(/^<ol class="time">/)
    expect(draw(<Timeline items={items} />)).toContain('<li class="now" aria-current="step">')
    expect(draw(<Timeline items={items} />)).toContain('<time datetime="2026-04-10T15:00+08:00">Jumat 10 April</time>')
  })
})

test('a summary names what "Ubah" changes, and has no gap where nothing can be changed', () => {
  const html = draw(
    <SummaryList
      rows={[
        { term: 'Nama', value: 'Aisyah', changeHref: '/n' },
        { term: 'NIK', value: '—' },
      ]}
    />,
  )
  expect(html).toContain('<a href="/n">Ubah<span class="hide"> Nama</span></a>')
  expect(html.match(/class="act"/g)).toHaveLength(1)
})

describe('freshness', () => {
  test('names the keeper and the day', () => {
    expect(draw(<FreshnessLine keeper="Disdukcapil" confirmedOn="7 April 2026" reportHref="/r" />)).toContain(
      'Halaman ini dijaga oleh <b>Disdukcapil</b>. Dipastikan benar pada 7 April 2026.',
    )
  })
  test('past the limit it says the limit and whom to ask', () => {
    const html = draw(
      <FreshnessLine keeper="Disdukcapil" confirmedOn="2 Januari 2026" stale={{ limitDays: 90 }} reportHref="/r" />,
    )
    expect(html).toContain('lewat dari batas 90 hari. Tanyakan dulu ke Disdukcapil')
    expect(html).toContain('#i-warn')
  })
})

describe('without a signal', () => {
  test('the bar counts what is safe and never says that anything failed', () => {
    for (const state of ['offline', 'sending', 'sent'] as const) {
      const html = draw(<OfflineBar state={state} waiting={7} detailsHref="/d" />)
      expect(html).toContain('7 catatan aman di ponsel ini.')
      expect(html.toLowerCase()).not.toContain('gagal')
    }
    expect(draw(<OfflineBar state="sent" waiting={0} detailsHref="/d" />)).not.toContain('catatan')
  })

  test('a record says where it is', () => {
    expect(draw(<SaveState state="here" at="10.42" />)).toContain('Di ponsel, 10.42')
    expect(draw(<SaveState state="sent" where="laptop tim" />)).toContain('Terkirim ke laptop tim')
    expect(draw(<SaveState state="refused" reason="lihat di atas" />)).toContain('Belum diterima, lihat di atas')
  })

  test('of two values none is chosen beforehand', () => {
    const side = (value: string) => ({
      value,
      device: `Ponsel ${value}`,
      shown: ['', value, ' Januari'] as const,
      origin: 'x',
    })
    const html = draw(
      <ConflictCard
        name="born"
        legend="Pilih"
        sides={[side('12'), side('21')]}
        askAgain="kader"
        reason={{ name: 'why' }}
      />,
    )
    expect(html).not.toContain('checked')
    expect(html.match(/name="born"/g)).toHaveLength(3)
    expect(html).toContain('<span class="differs">12</span>')
  })
})

describe('figures', () => {
  test('a bar stays in its frame, whatever it is told', () => {
    const full = draw(<ProgressBar percent={250} target={120} />)
    expect(full).toContain('class="f" width="100%"')
    expect(full).toContain('class="m" x="99.5%"')
    expect(draw(<ProgressBar percent={-5} />)).toContain('class="f" width="0%"')
    expect(draw(<ProgressBar percent={69.6} label="69,6 persen" />)).toContain('role="img" aria-label="69,6 persen"')
    expect(draw(<ProgressBar percent={69.6} />)).toContain('aria-hidden="true"')
  })

  test('time left turns orange near its end and red after it', () => {
    expect(draw(<Due words="sisa 5 jam" usedPercent={79} />)).toContain('class="f"')
    expect(draw(<Due words="sisa 1 jam" usedPercent={94} />)).toContain('class="mid"')
    expect(draw(<Due words="lewat" usedPercent={100} />)).toContain('class="low"')
    expect(draw(<Due words="ditahan" note="periksa lagi 16 April" />)).not.toContain('<svg')
  })

  test('the next part of a list is reached by key; counting is optional', () => {
    expect(draw(<Pagination from={11} to={20} total={1206} nextHref="/n" firstHref="/" />)).toContain(
      '11 sampai 20 dari 1.206.',
    )
    expect(draw(<Pagination from={11} to={20} total={1206} />, 'en')).toContain('11 to 20 of 1,206.')
    expect(draw(<Pagination from={1} to={3} />)).not.toContain('<nav')
  })

  test('stars are not read aloud', () => {
    expect(draw(<MaskedNumber start="6311" end="01" />)).toBe(
      '<span class="num"><span aria-hidden="true">6311••••••••••01</span><span class="hide">NIK berakhiran 01</span></span>',
    )
  })
})
