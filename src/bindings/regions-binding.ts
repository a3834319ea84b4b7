// The port of the platform's home and of a region's home: what there is, from the running services themselves.

import { addDays } from '../kernel/date.ts'
import { formatDate, formatMonth } from '../kernel/date-format.ts'
import { percentHundredths } from '../kernel/percent.ts'
import { dayOffName, isOfficeDay } from '../kernel/working-time.ts'
import { todayIn } from '../kernel/zone.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { findFigures, totalsOfMonth } from '../modules/cases/figures.ts'
import type { Figure, LifeEvent, RegionsPort } from '../modules/regions/port.ts'
import type { Database } from '../platform/db/database.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import type { RegionDirectory } from './region-directory.ts'
import type { Visitors } from './visitors.ts'

const EVENTS: readonly (Omit<LifeEvent, 'href'> & { readonly groups: readonly string[] })[] = [
  {
    id: 'birth',
    icon: 'baby',
    name: { id: 'Anak lahir', en: 'A child is born' },
    text: { id: 'Akta, KK, kartu anak sekaligus', en: 'Deed, family card and child card at once' },
    groups: ['birth'],
  },
  {
    id: 'marriage',
    icon: 'rings',
    name: { id: 'Menikah atau bercerai', en: 'Marriage and divorce' },
    text: { id: 'Status, KK, dan KTP-el', en: 'Status, family card and identity card' },
    groups: ['marriage'],
  },
  {
    id: 'move',
    icon: 'move',
    name: { id: 'Pindah rumah', en: 'Moving house' },
    text: { id: 'Di dalam atau ke luar kabupaten', en: 'Within or out of the regency' },
    groups: ['move'],
  },
  {
    id: 'family-card',
    icon: 'people',
    name: { id: 'Kartu Keluarga', en: 'Family card' },
    text: { id: 'Baru, pisah, gabung, hilang', en: 'New, split, merge, lost' },
    groups: ['family-card'],
  },
  {
    id: 'death',
    icon: 'leaf',
    name: { id: 'Ada yang meninggal', en: 'Someone has died' },
    text: { id: 'Akta kematian dan KK baru', en: 'Death deed and new family card' },
    groups: ['death'],
  },
  {
    id: 'ktp',
    icon: 'person',
    name: { id: 'KTP-el', en: 'Identity card' },
    text: { id: 'Perekaman, hilang, rusak', en: 'Enrolment, lost, damaged' },
    groups: ['ktp'],
  },
  {
    id: 'kia',
    icon: 'grow',
    name: { id: 'Kartu Identitas Anak', en: 'Child card' },
    text: { id: 'Untuk anak di bawah 17 tahun', en: 'For children under 17' },
    groups: ['kia'],
  },
  {
    id: 'deed',
    icon: 'doc',
    name: { id: 'Akta diperbaiki atau hilang', en: 'Deed repaired or lost' },
    text: { id: 'Salinan baru, pembetulan, nama', en: 'Copies, corrections, names' },
    groups: ['deed', 'name', 'child'],
  },
]
const POPULAR = ['birth-wni', 'kk-lost-damaged', 'ktp-damaged', 'move-in']

export type RegionsTools = {
  readonly visitors: Visitors
  readonly regions: RegionDirectory
  readonly cases: CasesContext
  readonly database: Database
}

export function bindRegions({ visitors, regions, cases, database }: RegionsTools): RegionsPort {
  return {
    visitor: (request) => visitors.of(request),
    async listRegions() {
      const known = await regions.all()
      return Promise.all(
        [...known.values()].map(async (region) => ({
          code: region.code,
          name: region.name,
          services: (await cases.services.list(region.code)).length,
          open: region.profile.open,
        })),
      )
    },
    async readHome(visitor) {
      const region = regions.get(visitor.region!.code)
      const today = todayIn(region.timeZone, cases.clock.now().getTime())
      const offered = await cases.services.list(region.code)
      const base = `/${region.code}`
      const events = EVENTS.filter((event) =>
        offered.some(({ service }) => event.groups.includes(service.definition.group)),
      )
      return {
        events: events.map(({ groups, ...event }) => ({ ...event, href: `${base}/services?group=${groups[0]}` })),
        popular: POPULAR.flatMap((id) => {
          const one = offered.find(({ service }) => service.id === id)
          return one === undefined ? [] : [{ href: `${base}/services/${id}`, name: one.service.definition.texts.name }]
        }),
        notices: closures(region, today),
        figures: await figuresOf(database, visitor, today),
        keptBy: region.profile.unit,
        confirmedOn: formatDate(today, visitor.language),
      }
    },
  }
}

/** The next day within a week on which the counter is closed although it is a weekday. */
function closures(region: ReturnType<RegionDirectory['get']>, today: string) {
  for (let days = 0; days <= 7; days++) {
    const day = addDays(today, days)
    const name = dayOffName(region.calendar, day)
    if (name === undefined || isOfficeDay(region.calendar, day)) continue
    return [
      {
        tone: 'care' as const,
        fact: {
          id: `Loket tutup ${formatDate(day, 'id')} (${name.id}).`,
          en: `The counter is closed on ${formatDate(day, 'en')} (${name.en}).`,
        },
        text: {
          id: 'Permohonan lewat ponsel tetap diterima, diproses pada hari kerja berikutnya.',
          en: 'Applications by phone are accepted and handled on the next office day.',
        },
      },
    ]
  }
  return []
}

async function figuresOf(database: Database, visitor: Visitor, today: string): Promise<readonly Figure[]> {
  const region = visitor.region!.code
  return database.inRegion(
    region,
    async (tx) => {
      const birth = await findFigures(tx, region, 'birth-wni', today)
      const totals = await totalsOfMonth(tx, region, today)
      const figures: Figure[] = []
      const number = (value: number, digits = 1): string =>
        value.toLocaleString(visitor.language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: digits })
      const month = (one: string) => ({ id: formatMonth(one, 'id'), en: formatMonth(one, 'en') })
      if (birth !== undefined)
        figures.push({
          value: number(birth.medianHours),
          unit: { id: 'jam kerja', en: 'office hours' },
          sentence: {
            id: `Separuh akta kelahiran terbit lebih cepat dari ini. Sembilan dari sepuluh di bawah ${number(birth.p90Hours)} jam kerja.`,
            en: `Half of the birth deeds were issued faster. Nine of ten within ${number(birth.p90Hours)} office hours.`,
          },
          source: {
            id: `${birth.issued} permohonan, ${month(birth.month).id}`,
            en: `${birth.issued} applications, ${month(birth.month).en}`,
          },
          href: `/${region}/services/birth-wni`,
        })
      if (totals !== undefined) {
        const share = percentHundredths(totals.onTime, totals.issued)
        figures.push({
          value: share === undefined ? '' : number(Number(share) / 100),
          unit: { id: '%', en: '%' },
          sentence: {
            id: `Selesai tepat waktu: ${number(totals.onTime)} dari ${number(totals.issued)} permohonan.`,
            en: `On time: ${number(totals.onTime)} of ${number(totals.issued)} applications.`,
          },
          source: {
            id: `Semua layanan kependudukan, ${month(totals.month).id}`,
            en: `All civil services, ${month(totals.month).en}`,
          },
        })
        figures.push({
          value: number(totals.submitted),
          unit: { id: 'permohonan', en: 'applications' },
          sentence: {
            id: `Masuk bulan ini. ${number(totals.returned)} dikembalikan untuk diperbaiki.`,
            en: `Received this month. ${number(totals.returned)} returned for repair.`,
          },
          source: { id: `Semua jalur masuk, ${month(totals.month).id}`, en: `All channels, ${month(totals.month).en}` },
        })
      }
      return figures
    },
    { readOnly: true },
  )
}
