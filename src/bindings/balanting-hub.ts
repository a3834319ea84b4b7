// What the home of Balanting offers, by module. A module that has pages adds its entries to this list; each entry says itself whom
// it opens to.
import {
  isAuditTeam,
  isGiver,
  mayCheck,
  mayEnter,
  mayPlan,
  officerUnits,
  ownVillages,
} from '../modules/convergence/access.ts'
import type { HubEntry } from '../modules/convergence/hub.ts'
import { AT_CENTRE, CHILD_ROLES, PREGNANCY_ROLES } from '../modules/growth/access.ts'
import { ALERT_WORKERS } from '../modules/growth/alert-roles.ts'
import { COUNTERS, EXCHANGERS } from '../modules/growth/exchange/scope.ts'
import { holds, type Role, type Visitor } from '../platform/http/visitor.ts'

const base = (visitor: Visitor): string => `/${visitor.region!.code}/balanting`
const region = (visitor: Visitor): string => visitor.region!.code

const CONVERGENCE: readonly HubEntry[] = [
  {
    section: 'village',
    order: 10,
    icon: 'house',
    title: { id: 'Rapor desa saya', en: 'My village’s scorecard' },
    text: { id: 'Nilai, kesenjangan, dan siapa yang belum terjangkau', en: 'Score, gaps and who is not reached yet' },
    href: (visitor) => {
      const [village] = ownVillages(visitor.actor, region(visitor))
      return village === undefined ? undefined : `${base(visitor)}/villages/${village}`
    },
  },
  {
    section: 'work',
    order: 10,
    icon: 'list',
    title: { id: 'Pekerjaan program', en: 'Work of my programmes' },
    text: { id: 'Siapa yang masih menunggu layanan program Anda', en: 'Who still waits for your programmes' },
    href: (visitor) =>
      officerUnits(visitor.actor, region(visitor)).length === 0 ? undefined : `${base(visitor)}/assignments`,
  },
  {
    section: 'plan',
    order: 10,
    icon: 'bars',
    title: { id: 'Rapor konvergensi desa', en: 'Village convergence scorecard' },
    text: { id: 'Semua desa: nilai, tingkat, orang yang kurang', en: 'All villages: score, grade, people missing' },
    href: (visitor) => (mayEnter(visitor.actor, region(visitor)) ? `${base(visitor)}/scorecard` : undefined),
  },
  {
    section: 'plan',
    order: 20,
    icon: 'book',
    title: { id: 'Katalog program', en: 'Catalogue of programmes' },
    text: { id: 'Program tiap OPD dan indikator yang terbantu', en: 'Programmes of each agency and what they help' },
    href: (visitor) => (mayEnter(visitor.actor, region(visitor)) ? `${base(visitor)}/programmes` : undefined),
  },
  ...(
    [
      [
        'indicators',
        25,
        'check',
        { id: 'Indikator dan target', en: 'Indicators and targets' },
        { id: 'Yang dinilai, siapa pemiliknya, edisi mana', en: 'What is judged, who owns it, which edition' },
      ],
      [
        'priority',
        30,
        'flag',
        { id: 'Desa lokus', en: 'Priority villages' },
        { id: 'Usulan urutan dan keputusan tiap tahun', en: 'Proposed order and decision of each year' },
      ],
      [
        'actions',
        40,
        'check',
        { id: 'Delapan aksi konvergensi', en: 'Eight convergence actions' },
        { id: 'Bukti, batas, dan verifikasi', en: 'Evidence, due days and verification' },
      ],
      [
        'budget',
        50,
        'money',
        { id: 'Anggaran', en: 'Budget' },
        { id: 'Kegiatan, indikator, biaya per orang', en: 'Activities, indicators, cost per person' },
      ],
    ] as const
  ).map(
    ([path, order, icon, title, text]): HubEntry => ({
      section: 'plan',
      order,
      icon,
      title,
      text,
      href: (visitor) => (mayEnter(visitor.actor, region(visitor)) ? `${base(visitor)}/${path}` : undefined),
    }),
  ),
]

const works = (visitor: Visitor, roles: readonly Role[]): boolean =>
  roles.some((role) => holds(visitor.actor, region(visitor), role))

const GROWTH: readonly HubEntry[] = [
  {
    section: 'work',
    order: 1,
    icon: 'list',
    title: { id: 'Posyandu hari ini', en: 'The posyandu today' },
    text: { id: 'Siapa yang ditimbang, siapa yang belum', en: 'Who was weighed, who was not yet' },
    href: (visitor) => (works(visitor, CHILD_ROLES) ? `${base(visitor)}/posyandu` : undefined),
  },
  {
    section: 'work',
    order: 2,
    icon: 'warn',
    title: { id: 'Peringatan pertumbuhan', en: 'Growth alerts' },
    text: { id: 'Anak yang menunggu tindakan Anda', en: 'Children who wait for what you do' },
    href: (visitor, atPosyandu) =>
      ALERT_WORKERS.some((role) => atPosyandu.includes(role)) ? `${base(visitor)}/alerts` : undefined,
  },
  {
    section: 'work',
    order: 3,
    icon: 'baby',
    title: { id: 'Ibu hamil', en: 'Pregnant women' },
    text: {
      id: 'Semua di wilayah Anda, yang paling dekat hari lahirnya dulu',
      en: 'All in your area, the nearest due date first',
    },
    href: (visitor, atPosyandu) =>
      PREGNANCY_ROLES.some((role) => atPosyandu.includes(role)) ? `${base(visitor)}/pregnancies` : undefined,
  },
  {
    section: 'work',
    order: 4,
    icon: 'bars',
    title: { id: 'Puskesmas', en: 'The health centre' },
    text: {
      id: 'Posyandu dibandingkan, pemantauan setahun, hasil makanan tambahan',
      en: 'Posyandu compared, a year of monitoring, results of extra food',
    },
    href(visitor) {
      const at = visitor.actor?.assignments.find(
        (one) => one.region === region(visitor) && AT_CENTRE.includes(one.role) && one.unitId !== undefined,
      )
      return at === undefined ? undefined : `${base(visitor)}/figures/centres/${at.unitId}`
    },
  },
  {
    section: 'work',
    order: 5,
    icon: 'swap',
    title: { id: 'Berkas masuk dan keluar', en: 'Files in and out' },
    text: { id: 'Unduh tabel, masukkan daftar e-PPGBM', en: 'Download tables, bring in e-PPGBM lists' },
    href: (visitor, atPosyandu) =>
      EXCHANGERS.some((role) => atPosyandu.includes(role)) || works(visitor, COUNTERS)
        ? `${base(visitor)}/exchange`
        : undefined,
  },
  {
    section: 'plan',
    order: 60,
    icon: 'list',
    title: { id: 'Semua tabel', en: 'All tables' },
    text: { id: 'Unduh CSV atau XLSX dari tiap tabel', en: 'Every table as CSV or XLSX' },
    href: (visitor) =>
      mayEnter(visitor.actor, region(visitor)) ||
      isGiver(visitor.actor, region(visitor)) ||
      works(visitor, [...CHILD_ROLES, 'service-admin'])
        ? `${base(visitor)}/tables`
        : undefined,
  },
  {
    section: 'work',
    order: 6,
    icon: 'swap',
    title: { id: 'Kiriman ke sistem lain', en: 'Items for other systems' },
    text: { id: 'SATUSEHAT dan DHIS2: menunggu, terkirim, ditolak', en: 'SATUSEHAT and DHIS2: waiting, sent, refused' },
    href: (visitor) => (works(visitor, ['service-admin']) ? `${base(visitor)}/exchange/outbox` : undefined),
  },
  {
    section: 'plan',
    order: 1,
    icon: 'bars',
    title: { id: 'Angka pertumbuhan anak', en: 'Figures of child growth' },
    text: { id: 'Prevalensi dan cakupan menurut tempat dan bulan', en: 'Prevalence and coverage by place and month' },
    href: (visitor) => `${base(visitor)}/figures`,
  },
  {
    section: 'plan',
    order: 2,
    icon: 'map',
    title: { id: 'Peta desa', en: 'Map of villages' },
    text: {
      id: 'Prevalensi, nilai konvergensi, orang yang kurang',
      en: 'Prevalence, convergence score, people missing',
    },
    href: (visitor) => `${base(visitor)}/map`,
  },
]

const LIMITS: HubEntry = {
  section: 'plan',
  order: 26,
  icon: 'check',
  title: { id: 'Kenaikan berat dan batas', en: 'Weight gains and limits' },
  text: {
    id: 'KBM, garis merah, hari tiap peringatan, edisi daerah',
    en: 'KBM, red line, days of alerts, own editions',
  },
  href: (visitor) =>
    works(visitor, [...CHILD_ROLES, 'convergence-secretariat', 'expert']) ? `${base(visitor)}/limits` : undefined,
}

const SCHOOLS: HubEntry = {
  section: 'work',
  order: 5,
  icon: 'book',
  title: { id: 'Penjaringan sekolah', en: 'School screening' },
  text: { id: 'Kelas 5–18 tahun, hasil dan tindak lanjut', en: 'Classes of ages 5–18, results and follow-up' },
  href: (visitor) =>
    visitor.actor?.assignments.some(
      (one) => one.region === region(visitor) && AT_CENTRE.includes(one.role) && one.unitId !== undefined,
    ) === true
      ? `${base(visitor)}/schools`
      : undefined,
}

const CARE: readonly HubEntry[] = [
  {
    section: 'plan',
    order: 60,
    icon: 'search',
    title: { id: 'Audit kasus stunting', en: 'Case audits' },
    text: { id: 'Dua siklus setahun, kasus dengan nama samaran', en: 'Two cycles a year, cases under pseudonyms' },
    href: (visitor) =>
      isAuditTeam(visitor.actor, region(visitor)) || mayPlan(visitor.actor, region(visitor))
        ? `${base(visitor)}/audits`
        : undefined,
  },
  {
    section: 'give',
    order: 10,
    icon: 'baby',
    title: { id: 'Paket orang tua asuh', en: 'Foster parents’ packages' },
    text: { id: 'Yang diberikan, diserahkan, dan hasilnya', en: 'What is given, delivered, and what changed' },
    href: (visitor) =>
      isGiver(visitor.actor, region(visitor)) ||
      mayPlan(visitor.actor, region(visitor)) ||
      ownVillages(visitor.actor, region(visitor)).some((village) => mayCheck(visitor.actor, region(visitor), village))
        ? `${base(visitor)}/packages`
        : undefined,
  },
]

export const HUB_ENTRIES: readonly HubEntry[] = [...CONVERGENCE, LIMITS, SCHOOLS, ...CARE, ...GROWTH]
