// Who may have which role, where and until when; what needs a second pair of eyes. Pure. Must stay true: nobody gives
// anything to themselves, and a powerful role takes two people.

import type { Refusal } from '../../kernel/refusal.ts'
import { isInside } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import { ROLES, type Role } from '../../platform/http/visitor.ts'

/** Roles that can sign for the office or change who works there. */
export const POWERFUL: readonly Role[] = ['head', 'service-admin']

/** One name for every role, so that none reaches a page as its key. */
const NAMES: Readonly<Record<Role, Text>> = {
  'front-office': { id: 'Petugas loket', en: 'Front office' },
  verifier: { id: 'Verifikator', en: 'Verifier' },
  validator: { id: 'Kepala bidang', en: 'Section head' },
  head: { id: 'Kepala dinas', en: 'Head of office' },
  production: { id: 'Produksi', en: 'Production' },
  delivery: { id: 'Penyerahan', en: 'Delivery' },
  'village-operator': { id: 'Operator desa', en: 'Village operator' },
  'data-officer': { id: 'Petugas data', en: 'Data officer' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  'service-admin': { id: 'Admin layanan', en: 'Service admin' },
  coordinator: { id: 'Koordinator', en: 'Coordinator' },
  notifier: { id: 'Petugas pelapor', en: 'Notifier' },
  cadre: { id: 'Kader posyandu', en: 'Posyandu cadre' },
  midwife: { id: 'Bidan desa', en: 'Village midwife' },
  nutritionist: { id: 'Tenaga gizi Puskesmas', en: 'Nutritionist' },
  doctor: { id: 'Dokter Puskesmas', en: 'Doctor' },
  'health-centre-head': { id: 'Kepala Puskesmas', en: 'Head of health centre' },
  'family-team': { id: 'Tim pendamping keluarga', en: 'Family assistance team' },
  'village-cadre': { id: 'Kader pembangunan manusia', en: 'Village development cadre' },
  'village-head': { id: 'Kepala desa', en: 'Village head' },
  'programme-officer': { id: 'Petugas data perangkat daerah', en: 'Agency data officer' },
  'convergence-secretariat': { id: 'Sekretariat TPPS', en: 'Stunting task force secretariat' },
  expert: { id: 'Tim pakar', en: 'Expert team' },
  'foster-parent': { id: 'Orang tua asuh', en: 'Foster parent' },
}
/** The name people read; undefined for what is no role of an officer. */
export const findRoleName = (role: string): Text | undefined =>
  (NAMES as Readonly<Record<string, Text | undefined>>)[role]
/** One the database holds and this program does not know is shown by its key. */
export const roleName = (role: string): Text => findRoleName(role) ?? { id: role, en: role }

export type RoleWish = {
  readonly role: string
  readonly place: string
  readonly services: readonly string[]
  readonly unit: string
  /** The last day, inclusive; undefined: until ended. */
  readonly until?: Date
}
export type RoleGround = {
  readonly region: string
  readonly units: readonly string[]
  readonly services: readonly string[]
  readonly isPlace: (code: string) => boolean
  readonly now: Date
}

/** Everything that is wrong with a role as it was asked for. */
export function faultsOfRole(wish: RoleWish, ground: RoleGround): readonly Refusal[] {
  const faults: Refusal[] = []
  if (!(ROLES as readonly string[]).includes(wish.role)) faults.push({ code: 'role-unknown', at: 'role' })
  if (!ground.units.includes(wish.unit)) faults.push({ code: 'unit-unknown', at: 'unit' })
  if (!isInside(wish.place, ground.region) || !ground.isPlace(wish.place))
    faults.push({ code: 'place-outside', at: 'place' })
  if (
    wish.services.length === 0 ||
    !wish.services.every((service) => service === '*' || ground.services.includes(service))
  )
    faults.push({ code: 'service-unknown', at: 'services' })
  if (wish.until !== undefined && wish.until <= ground.now) faults.push({ code: 'until-past', at: 'until' })
  return faults
}

export const isPowerful = (role: string): boolean => (POWERFUL as readonly string[]).includes(role)

/** A name as people write it: something is there, it fits on a badge, it holds no control signs. */
export function faultOfName(name: string): Refusal | undefined {
  const length = [...name].length
  return length < 3 || length > 80 || /[\p{Cc}<>{}]/u.test(name) ? { code: 'officer-name', at: 'name' } : undefined
}
