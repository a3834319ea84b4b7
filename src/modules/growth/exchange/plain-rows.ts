// Tables of our own for a download, beside the sheets of e-PPGBM: one row a thing, headings in Indonesian, codes as we keep them.
// Pure. Must stay true: columns never change their meaning; new ones are added at the end.

import type { AlertRead } from '../alert-store.ts'
import type { PmtWeekRead, ReferralRead } from '../care-store.ts'
import type { ChildRecord as KeptChild, StoredMeasurement } from '../child.ts'
import type { ChildFood } from './export-store.ts'
import { cm, kg } from './sheet-fields.ts'
import type { TextRows } from './sheet-write.ts'

type ChildOf = (childId: string) => KeptChild | undefined
type Names = ReadonlyMap<string, string>
const z = (score: { readonly z: number } | undefined) => (score === undefined ? '' : score.z.toFixed(2))

export function ofScore(
  pairs: readonly { readonly child: KeptChild; readonly measurement: StoredMeasurement }[],
  names: Names,
): TextRows {
  return [
    [
      'NIK',
      'nama',
      'jenis_kelamin',
      'tanggal_lahir',
      'posyandu',
      'tanggal_ukur',
      'umur_hari',
      'umur_bulan',
      'berat_kg',
      'panjang_tinggi_cm',
      'cara_ukur',
      'lila_cm',
      'lingkar_kepala_cm',
      'edema',
      'z_tbu',
      'z_bbu',
      'z_bbtb',
      'z_imtu',
      'z_lku',
      'z_lilau',
      'ukur_ulang',
      'keadaan',
      'standar',
    ],
    ...pairs.map(({ child, measurement: m }) => [
      child.nik ?? '',
      child.name,
      child.sex === 1 ? 'L' : 'P',
      child.birthDate,
      names.get(m.posyanduId) ?? '',
      m.date,
      String(m.ageDays),
      String(m.ageMonths),
      kg(m.weightG),
      cm(m.lengthHeightTenthMm),
      m.position === undefined ? '' : m.position === 'l' ? 'terlentang' : 'berdiri',
      cm(m.armTenthMm),
      cm(m.headTenthMm),
      String(m.oedema ?? 0),
      z(m.scores.lengthForAge),
      z(m.scores.weightForAge),
      z(m.scores.weightForLength),
      z(m.scores.bmiForAge),
      z(m.scores.headForAge),
      z(m.scores.armForAge),
      [m.scores.lengthForAge, m.scores.weightForAge, m.scores.weightForLength, m.scores.bmiForAge].some(
        (score) => score?.flagged === true,
      )
        ? 'ya'
        : '',
      m.state === 'verified' ? 'dipastikan' : 'dicatat',
      m.standard,
    ]),
  ]
}

export function ofAlert(alerts: readonly AlertRead[], childOf: ChildOf, names: Names): TextRows {
  return [
    ['kode', 'NIK', 'nama', 'posyandu', 'dibuka', 'batas', 'keadaan', 'dirujuk', 'ditutup', 'hasil'],
    ...alerts.map((alert) => {
      const child = alert.child_id === null ? undefined : childOf(alert.child_id)
      return [
        alert.code,
        child?.nik ?? '',
        child?.name ?? '',
        names.get(alert.posyandu_id) ?? '',
        alert.opened_on,
        alert.due_on,
        alert.state,
        alert.referred_on ?? '',
        alert.closed_on ?? '',
        alert.result ?? '',
      ]
    }),
  ]
}

/** `flagWords`: the red flags of a referral in the words of its day. */
export function ofReferral(
  referrals: readonly ReferralRead[],
  childOf: ChildOf,
  flagWords: (referral: ReferralRead) => string,
): TextRows {
  return [
    ['NIK', 'nama', 'ke', 'tempat', 'segera', 'tanda_bahaya', 'tanggal', 'keadaan', 'dijawab', 'tanda_bahaya_kata'],
    ...referrals.map((referral) => {
      const child = childOf(referral.child_id ?? '')
      return [
        child?.nik ?? '',
        child?.name ?? '',
        referral.to_kind,
        referral.to_name,
        referral.urgent ? 'ya' : 'tidak',
        referral.red_flags.join(' '),
        referral.referred_on,
        referral.state,
        referral.answered_on ?? '',
        flagWords(referral),
      ]
    }),
  ]
}

export function ofFood(
  programmes: readonly ChildFood[],
  weeks: readonly PmtWeekRead[],
  childOf: ChildOf,
  names: Names,
): TextRows {
  return [
    [
      'NIK',
      'nama',
      'posyandu',
      'alasan',
      'siklus',
      'mulai',
      'sampai',
      'keadaan',
      'selesai',
      'hari_rencana',
      'hari_diberikan',
      'hari_dihabiskan',
      'berat_awal_kg',
      'berat_akhir_kg',
      'gizi_sebelum',
      'gizi_sesudah',
    ],
    ...programmes.flatMap((one) => {
      const child = childOf(one.child_id)
      if (child === undefined) return []
      const own = weeks.filter(({ pmt_id }) => pmt_id === one.pmt_id)
      const eaten = own.flatMap(({ days_eaten }) => days_eaten ?? [])
      const weighed = own.findLast(({ weight_g }) => weight_g !== null)?.weight_g ?? undefined
      const sum = (days: readonly number[]) => String(days.reduce((all, n) => all + n, 0))
      return [
        [
          child.nik ?? '',
          child.name,
          names.get(one.posyandu_id) ?? '',
          one.reason,
          String(one.cycle),
          one.first_day,
          one.last_day,
          one.state,
          one.ended_on ?? '',
          String(one.days),
          sum(own.map(({ given }) => given.filter(Boolean).length)),
          eaten.length === 0 ? '' : sum(eaten),
          kg(one.start_weight_g ?? undefined),
          kg(weighed),
          one.category_before ?? '',
          one.category_after ?? '',
        ],
      ]
    }),
  ]
}
