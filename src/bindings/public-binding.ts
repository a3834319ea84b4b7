// The open pages' port: help from the region's profile, reads of one's own data from the journal, figures from the rollups.
import { sql } from 'kysely'
import { formatInstant } from '../kernel/date-format.ts'
import type { Text } from '../kernel/text.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import type { AccessLine, PublicPort } from '../modules/regions/public-port.ts'
import { purposeOfReason } from '../modules/register/office-purposes.ts'
import type { Role } from '../platform/http/visitor.ts'
import type { RegionDirectory } from './region-directory.ts'

const DID: Readonly<Record<string, Text>> = {
  'case.read': { id: 'Membuka permohonan Anda', en: 'Opened your application' },
  'document.read': { id: 'Melihat berkas Anda', en: 'Looked at a paper of yours' },
  'case.screen': { id: 'Memeriksa kelengkapan berkas', en: 'Checked your papers' },
  'case.verify': { id: 'Mencocokkan dengan register', en: 'Compared with the register' },
  'case.validate': { id: 'Mengesahkan', en: 'Approved' },
  'case.sign': { id: 'Menandatangani', en: 'Signed' },
  'register.commit': { id: 'Mencatat perubahan di register', en: 'Recorded a change in the register' },
  'child.read': { id: 'Membuka catatan pertumbuhan anak', en: 'Opened a child’s growth record' },
  'child.measure': { id: 'Mencatat penimbangan anak', en: 'Recorded a child’s weighing' },
  'person.read': { id: 'Membuka data kependudukan Anda', en: 'Opened your record' },
  'person.opened': {
    id: 'Membuka nomor lengkap dan data terlindungi Anda',
    en: 'Opened your whole number and protected data',
  },
  'person.listed': {
    id: 'Nama Anda muncul di hasil pencarian petugas',
    en: 'Your name came up in an officer’s search',
  },
  'family.read': { id: 'Membuka Kartu Keluarga Anda', en: 'Opened your family card' },
  'family.opened': {
    id: 'Membuka nomor lengkap Kartu Keluarga Anda',
    en: 'Opened the whole number of your family card',
  },
  'deed.read': { id: 'Membuka akta yang mencantumkan Anda', en: 'Opened a deed that names you' },
  'national.read': {
    id: 'Mencocokkan data Anda dengan register nasional',
    en: 'Compared your data with the national register',
  },
  'national.export': {
    id: 'Mengirim perubahan data Anda ke register nasional',
    en: 'Sent a change of your data to the national register',
  },
  'national.answer': { id: 'Mencatat jawaban register nasional', en: 'Recorded the national register’s answer' },
  'person.checked': {
    id: 'Mencocokkan data yang Anda berikan (dijawab ya atau tidak)',
    en: 'Compared what you told them (answered yes or no)',
  },
  'privacy.request.read': { id: 'Membaca permintaan Anda', en: 'Read your request' },
  'person.compared': {
    id: 'Membandingkan data Anda dengan data yang mirip',
    en: 'Compared your record with a similar one',
  },
}
const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  'front-office': { id: 'Loket pelayanan', en: 'Front office' },
  verifier: { id: 'Verifikator', en: 'Verifier' },
  validator: { id: 'Kepala seksi', en: 'Section head' },
  head: { id: 'Kepala dinas', en: 'Head of office' },
  production: { id: 'Pencetakan', en: 'Production' },
  delivery: { id: 'Penyerahan', en: 'Delivery' },
  'village-operator': { id: 'Operator desa', en: 'Village operator' },
  'data-officer': { id: 'Petugas data', en: 'Data officer' },
  auditor: { id: 'Pemeriksa', en: 'Auditor' },
  'service-admin': { id: 'Pengelola layanan', en: 'Service administrator' },
  coordinator: { id: 'Koordinator', en: 'Coordinator' },
  notifier: { id: 'Pelapor', en: 'Notifier' },
  cadre: { id: 'Kader posyandu', en: 'Posyandu cadre' },
  midwife: { id: 'Bidan desa', en: 'Village midwife' },
  nutritionist: { id: 'Tenaga gizi Puskesmas', en: 'Nutritionist' },
  doctor: { id: 'Dokter', en: 'Doctor' },
  'health-centre-head': { id: 'Kepala Puskesmas', en: 'Head of health centre' },
  'family-team': { id: 'Tim pendamping keluarga', en: 'Family assistance team' },
  'village-cadre': { id: 'Kader pembangunan manusia', en: 'Village development cadre' },
  'village-head': { id: 'Kepala desa', en: 'Village head' },
  'programme-officer': { id: 'Petugas data perangkat daerah', en: 'Agency data officer' },
  'convergence-secretariat': { id: 'Sekretariat TPPS', en: 'Stunting task force secretariat' },
  expert: { id: 'Tim pakar', en: 'Expert team' },
  'foster-parent': { id: 'Orang tua asuh', en: 'Foster parent' },
}
const PARTNER: Text = { id: 'Mitra dengan perjanjian', en: 'Partner under an agreement' }
const OTHER: Text = { id: 'Memproses data Anda', en: 'Handled your data' }
/** The citizen's own doings are no news to them. */
const OWN_ROLES = ['citizen', 'system']

type Journal = {
  journal: {
    region_code: string
    at: Date
    role: string
    unit: string | null
    action: string
    subject: string | null
    reason: string | null
  }
}
type Months = {
  case_month: {
    region_code: string
    service_id: string
    month: string
    submitted: number
    issued: number
    on_time: number
    returned: number
    rejected: number
  }
}

export function bindPublic(cases: CasesContext, regions: RegionDirectory): PublicPort {
  return {
    visitor: (request) => cases.visitor(request),
    async readHelp(visitor) {
      const { profile, hours, logo } = regions.get(visitor.region!.code)
      const { unit: office, address, contact, notices = [] } = profile
      return { office, address, contact, hours, notices, hasLogo: logo !== undefined }
    },
    async listAccess(visitor) {
      const person = visitor.actor?.personId
      if (person === undefined) return []
      const region = visitor.region!
      const rows = await cases.database.inRegion(
        region.code,
        (tx) =>
          tx
            .withTables<Journal>()
            .selectFrom('journal')
            .select(['at', 'role', 'unit', 'action', 'reason'])
            .where('region_code', '=', region.code)
            .where('subject', '=', person)
            .where('role', 'not in', OWN_ROLES)
            .orderBy('at', 'desc')
            .limit(100)
            .execute(),
        { readOnly: true },
      )
      return rows.map((row): AccessLine => {
        const purpose = purposeOfReason(row.reason)
        return {
          at: formatInstant(row.at.getTime(), region.timeZone, visitor.language),
          unit: row.unit ?? '',
          role: (row.role === 'partner' ? PARTNER : ROLE_NAMES[row.role as Role])?.[visitor.language] ?? row.role,
          what: DID[row.action] ?? OTHER,
          ...(purpose === undefined ? {} : { reason: purpose[visitor.language] }),
        }
      })
    },
    async listFigures(visitor) {
      const region = visitor.region!.code
      const names = new Map(
        (await cases.services.list(region)).map(({ service }) => [service.id, service.definition.texts.name]),
      )
      const rows = await cases.database.inRegion(
        region,
        (tx) =>
          tx
            .withTables<Months>()
            .selectFrom('case_month')
            .select([
              sql<string>`to_char(month, 'YYYY-MM')`.as('of'),
              'service_id',
              'submitted',
              'issued',
              'on_time',
              'returned',
              'rejected',
            ])
            .where('region_code', '=', region)
            .orderBy('of', 'desc')
            .orderBy('service_id')
            .limit(1000)
            .execute(),
        { readOnly: true },
      )
      return rows.map((row) => ({
        service: row.service_id,
        name: names.get(row.service_id) ?? { id: row.service_id, en: row.service_id },
        month: row.of,
        submitted: row.submitted,
        issued: row.issued,
        onTime: row.on_time,
        returned: row.returned,
        rejected: row.rejected,
      }))
    },
  }
}
