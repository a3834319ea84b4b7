// Data protection in the demo: an auditor, requests in every state, a drill that is closed and a small incident whose clock
// runs, one activity of the region's own. Made by the commands that people use; everything is invented.
import { addDays } from '../kernel/date.ts'
import { todayIn } from '../kernel/zone.ts'
import { answerRequest, askAboutData, confirmRefusal } from '../modules/privacy/commands.ts'
import { addActivity, recordBreach, stepBreach } from '../modules/privacy/register-commands.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting } from '../modules/regions/store.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { appointDemoOfficer } from './demo-appoint.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000

export async function seedPrivacy(house: House, region: string, now: Date): Promise<void> {
  const auditor = await appointDemoOfficer(house, region, now, {
    name: 'Salasiah',
    email: 'auditor@contoh.example',
    role: 'auditor',
    title: {
      id: 'Auditor: pelindungan data pribadi; membaca mitra dan register nasional',
      en: 'Auditor: protection of personal data; reads partners and the national register',
    },
    start: `/${region}/office/privacy`,
    unit: { id: 'inspektorat', name: 'Inspektorat Daerah' },
  })
  const { database, ring } = house.cases
  const people = ((await database.inRegion(region, (tx) => findSetting(tx, region, 'demo-people'))) ??
    []) as readonly DemoPerson[]
  const accountOf = (name: string): string | undefined => people.find((one) => one.name === name)?.accountId
  const [mother, father, data] = ['Siti Aminah', 'Ahmad Fauzan', 'Siti Maimunah'].map(accountOf)
  if (mother === undefined || father === undefined || data === undefined) return
  const at = (hours: number) => ({ database, ring, clock: fixedClock(new Date(now.getTime() - hours * HOUR_MS)) })
  const officer = (account: string, role: 'auditor' | 'data-officer'): Visitor =>
    visitorOf(house, region, account, undefined, [role])
  const citizen = (account: string): Visitor => visitorOf(house, region, account, undefined, [])
  const keeper = officer(auditor, 'auditor')
  const second = officer(data, 'data-officer')
  const ask = async (hours: number, account: string, kind: string, words: string): Promise<string> => {
    const done = await askAboutData(at(hours), citizen(account), kind, words, newId())
    if (!done.ok) throw new Error(`The demo could not ask: ${done.refusals[0]?.code}`)
    return done.value.requestId
  }
  const answered = await ask(
    200,
    mother,
    'access',
    'Saya ingin tahu instansi mana saja yang menerima data keluarga kami.',
  )
  await answerRequest(
    at(170),
    keeper,
    answered,
    'granted',
    'Data keluarga Anda tidak diberikan kepada instansi lain. Posyandu desa melihat data anak menurut wilayahnya; setiap pembacaan ada di “Siapa melihat data saya”.',
    newId(),
  )
  const refused = await ask(150, father, 'erasure', 'Mohon hapus alamat lama kami dari riwayat Kartu Keluarga.')
  await answerRequest(
    at(120),
    keeper,
    refused,
    'refused',
    'Riwayat register disimpan selamanya menurut UU 23/2006. Alamat yang salah dapat dibetulkan lewat layanan perubahan data.',
    newId(),
  )
  await confirmRefusal(at(110), second, refused, true, newId())
  await ask(60, mother, 'correction', 'Nomor ponsel lama masih menerima pemberitahuan permohonan saya.')
  await ask(5, father, 'objection', 'Saya keberatan dihubungi lagi untuk survei kepuasan.')
  const proposed = await ask(
    30,
    mother,
    'objection',
    'Saya keberatan nama saya muncul di pencarian petugas kecamatan lain.',
  )
  await answerRequest(
    at(8),
    keeper,
    proposed,
    'refused',
    'Pencarian terbatas pada wilayah tugas dan tujuan yang dicatat (UU 24/2013 Pasal 79). Anda dapat melihat setiap pencarian.',
    newId(),
  )

  const zone = house.regions.get(region).timeZone
  const day = (hours: number): string => todayIn(zone, now.getTime() - hours * HOUR_MS)
  const drill = await recordBreach(
    at(900),
    keeper,
    {
      what: 'Latihan: laptop operator berisi unduhan daftar dilaporkan hilang.',
      how: 'Skenario latihan semester ini. Cakram terenkripsi, sesi diputus dari “Akun saya”.',
      kinds: ['identity', 'contact'],
      people: '120',
      drill: true,
      foundOn: day(930),
      foundAt: '09.00',
    },
    newId(),
  )
  if (drill.ok) {
    await stepBreach(
      at(899),
      keeper,
      drill.value.breachId,
      'measure',
      'Sesi petugas diputus dan kunci diganti.',
      newId(),
    )
    await stepBreach(
      at(890),
      keeper,
      drill.value.breachId,
      'authority',
      'Surat latihan kepada lembaga disusun dan diperiksa.',
      newId(),
    )
    await stepBreach(
      at(889),
      keeper,
      drill.value.breachId,
      'subjects',
      'Contoh surat kepada warga disusun dan diperiksa.',
      newId(),
    )
    await stepBreach(
      at(880),
      second,
      drill.value.breachId,
      'close',
      'Latihan selesai dalam waktu; dua perbaikan dicatat.',
      newId(),
    )
  }
  const incident = await recordBreach(
    at(20),
    second,
    {
      what: 'Satu berkas pengambilan kartu tertinggal di meja loket semalam.',
      how: 'Berkas kertas berisi nama dan nomor ponsel. Ditemukan petugas kebersihan, tidak difoto menurut pengakuan.',
      kinds: ['contact', 'papers'],
      people: '14',
      drill: false,
      foundOn: day(44),
      foundAt: '07.40',
    },
    newId(),
  )
  if (incident.ok) {
    await stepBreach(
      at(19),
      second,
      incident.value.breachId,
      'measure',
      'Berkas diamankan; lemari loket dikunci setiap sore.',
      newId(),
    )
    await stepBreach(
      at(6),
      keeper,
      incident.value.breachId,
      'subjects',
      'Empat belas warga diberi tahu lewat surat.',
      newId(),
    )
  }
  await addActivity(
    at(700),
    keeper,
    {
      name: 'Arsip kertas buku akta lama',
      purpose: 'Menyimpan buku register akta sebelum layanan elektronik',
      basis: 'UU 23/2006, Permendagri 104/2019',
      categories: 'Akta kelahiran, kematian, perkawinan dalam buku',
      recipients: 'Petugas arsip; pengadilan atas permintaan tertulis',
      retention: 'Selamanya, disalin digital bertahap',
      owner: 'Kepala Seksi Pengelolaan Arsip',
      reviewOn: addDays(day(0), 120),
    },
    newId(),
  )
}
