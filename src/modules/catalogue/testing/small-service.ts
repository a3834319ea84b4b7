// A small service, its shared parts and a register of three people, for the tests of this module.
import type { Answers } from '../answers.ts'
import { type CaseContext, CaseScope } from '../case-scope.ts'
import { type CompiledService, compileService, type SharedParts } from '../compile.ts'
import type { FactExtra, FactName, FactSource, FactValue } from '../facts.ts'

const t = (word: string) => ({ id: word, en: `${word} in English` })

export const smallProcess = {
  id: 'small',
  texts: { name: t('alur') },
  kind: 'full',
  roles: [
    { id: 'applicant', label: t('pemohon'), kind: 'citizen' },
    { id: 'clerk', label: t('petugas'), kind: 'officer' },
    { id: 'chief', label: t('kepala'), kind: 'officer' },
    { id: 'system', label: t('sistem'), kind: 'system' },
  ],
  states: [
    { id: 'draft', label: t('draf'), next: t('isi'), kind: 'start', turn: 'applicant' },
    { id: 'sent', label: t('dikirim'), next: t('tunggu'), kind: 'open', turn: 'system' },
    { id: 'checking', label: t('diperiksa'), next: t('tunggu'), kind: 'open', turn: 'clerk' },
    { id: 'deciding', label: t('diputuskan'), next: t('tunggu'), kind: 'open', turn: 'chief' },
    { id: 'waiting', label: t('ditunda'), next: t('tunggu'), kind: 'open' },
    { id: 'done', label: t('selesai'), next: t('unduh'), kind: 'final' },
    { id: 'refused', label: t('ditolak'), next: t('baca'), kind: 'final' },
  ],
  actions: [
    { id: 'send', label: t('kirim'), from: ['draft'], to: 'sent', roles: ['applicant'], clock: 'start' },
    { id: 'take', label: t('terima'), from: ['sent'], to: 'checking', roles: ['system'], automatic: true },
    {
      id: 'check',
      label: t('periksa'),
      from: ['checking'],
      to: [{ to: 'deciding', when: { fact: 'isLate' } }, { to: 'done' }],
      roles: ['clerk'],
      duty: 'check',
    },
    { id: 'decide', label: t('putuskan'), from: ['deciding'], to: 'done', roles: ['chief', 'clerk'], duty: 'decide' },
    {
      id: 'hold',
      label: t('tunda'),
      from: ['checking', 'deciding'],
      to: 'waiting',
      roles: ['clerk', 'chief', 'system'],
      reasons: 'holds',
      until: true,
      clock: 'stop',
    },
    {
      id: 'resume',
      label: t('lanjut'),
      from: ['waiting'],
      to: '@previous',
      roles: ['clerk', 'chief', 'system'],
      clock: 'resume',
    },
    {
      id: 'refuse',
      label: t('tolak'),
      from: ['checking'],
      to: 'refused',
      roles: ['clerk'],
      reasons: 'faults',
      points: true,
      note: true,
    },
  ],
  separateDuties: [['check', 'decide']],
  reasons: { holds: [{ id: 'storm', label: t('badai') }], faults: [{ id: 'unreadable', label: t('kabur') }] },
  timers: [{ id: 'quiet', state: 'waiting', after: { days: 3 }, action: 'resume' }],
}

export const shared: SharedParts = {
  groups: {
    phone: {
      id: 'phone',
      about: 'how to reach people',
      fields: [
        { key: 'contactPhone', type: 'phone', label: t('ponsel'), required: true, derive: { fact: 'contactPhone' } },
      ],
    },
  },
  processes: { small: smallProcess },
  notices: {
    small: { id: 'small', process: 'small', notices: [{ state: 'done', text: t('Nomor {number} selesai') }] },
  },
}

/** The raw definition; a test changes a copy of it. */
export const smallService = {
  id: 'boat',
  publisher: '63.11',
  series: 'BT',
  group: 'special',
  texts: { name: t('Izin perahu'), summary: t('Satu izin'), officialName: t('Izin perahu kecil') },
  search: ['perahu'],
  legalBasis: ['Perda 1/2020'],
  forms: [],
  applicants: ['self'],
  channels: ['web', 'counter'],
  minutes: 5,
  process: 'small',
  eligibility: [
    {
      id: 'adult',
      require: { atLeast: [{ fact: 'ageYears', of: 'owner' }, 17] },
      text: t('Pemilik belum 17 tahun. Ajukan bersama orang tua.'),
    },
  ],
  pages: [
    {
      id: 'boat',
      title: t('Perahu'),
      fields: [
        {
          key: 'kind',
          type: 'choice',
          label: t('Jenis'),
          options: [
            { value: 'oar', label: t('Dayung') },
            { value: 'motor', label: t('Motor') },
          ],
          required: true,
        },
        {
          key: 'power',
          type: 'integer',
          label: t('Tenaga'),
          min: 1,
          max: 200,
          unit: { id: 'pk', en: 'hp' },
          required: true,
          when: { is: ['kind', 'motor'] },
        },
        { key: 'builtOn', type: 'date', label: t('Dibuat'), required: true, check: ['past'] },
        { key: 'nickname', type: 'text', label: t('Julukan'), required: false },
      ],
    },
    {
      id: 'people',
      title: t('Orang'),
      fields: [
        {
          key: 'owner',
          type: 'person',
          label: t('Pemilik'),
          from: ['family', 'nik', 'outsider'],
          required: true,
          prefill: 'applicant',
        },
        {
          key: 'helper',
          type: 'person',
          label: t('Pembantu'),
          from: ['family', 'none'],
          required: false,
          check: ['unlike:owner'],
          filter: { is: [{ fact: 'sex', of: 'candidate' }, 'L'] },
        },
        {
          key: 'parts',
          type: 'list',
          label: t('Bagian'),
          item: t('bagian'),
          required: false,
          fields: [
            { key: 'name', type: 'text', label: t('nama'), required: true },
            { key: 'price', type: 'decimal', label: t('harga'), required: true },
          ],
        },
        { group: 'phone' },
      ],
    },
  ],
  calculations: {
    age: { ageOn: ['builtOn', { today: true }] },
    fee: { round: [{ multiply: ['power', 1.15] }, 0] },
    boatFlag: { concat: ['kind', { value: ' ' }, 'nickname', { value: ' ' }, 'fee', 'age', { countOf: 'parts' }] },
  },
  documents: [
    { id: 'photo', label: t('Foto'), hint: t('Seluruh perahu terlihat.'), sample: 'photo', required: true },
    {
      id: 'engine-bill',
      label: t('Kuitansi'),
      hint: t('Nomor mesin terbaca.'),
      sample: 'letter',
      required: { is: ['kind', 'motor'] },
    },
    {
      id: 'engine-oath',
      label: t('Pernyataan'),
      hint: t('Bertanda tangan.'),
      sample: 'statement',
      required: true,
      alternativeTo: 'engine-bill',
    },
    {
      id: 'kk',
      label: t('KK'),
      hint: t('Seluruh lembar.'),
      sample: 'card',
      required: true,
      satisfiedBy: { document: 'kk', of: 'owner' },
    },
  ],
  fee: { rupiah: 5000, legalBasis: 'Perda 1/2020' },
  deadline: { officeHours: 16, statutoryDays: 5, confirmed: true },
  report: { days: 30, from: 'builtOn', confirmed: true },
  effects: [
    { op: 'setField', person: 'owner', field: 'otherName', value: 'boatFlag' },
    { op: 'setField', person: 'helper', field: 'otherName', value: 'kind', when: { fact: 'inRegister', of: 'helper' } },
  ],
  issues: [],
  notices: 'small',
}

/** The small service with something changed, compiled; throws with the faults. */
export function compiled(
  change: (raw: Record<string, unknown>) => void = () => {},
  parts: SharedParts = shared,
): CompiledService {
  const raw = structuredClone(smallService) as unknown as Record<string, unknown>
  change(raw)
  const { service, faults } = compileService(raw, parts)
  if (service === undefined) throw new Error(faults.map((fault) => `${fault.pointer} ${fault.message}`).join('\n'))
  return service
}

const PEOPLE: Readonly<Record<string, Partial<Record<FactName, FactValue | null>>>> = {
  budi: {
    inRegister: true,
    sex: 'L',
    ageYears: 40,
    name: 'Budi Santoso',
    nik: '6311061703869901',
    hasDocument: true,
    spouse: 'ani',
  },
  ani: {
    inRegister: true,
    sex: 'P',
    ageYears: 38,
    name: 'Ani Rahayu',
    nik: '6311065703889902',
    hasDocument: false,
    spouse: 'budi',
  },
  adik: { inRegister: true, sex: 'L', ageYears: 12, name: 'Adi Saputra', nik: '6311061703149903', spouse: null },
}

/** Facts of three people; everything not written down is unknown. */
export const facts: FactSource = {
  fact: (name: FactName, of?: string, _extra?: FactExtra) => (of === undefined ? undefined : PEOPLE[of]?.[name]),
}

export const context: CaseContext = {
  region: '63.11',
  today: '2026-04-10',
  channel: 'web',
  applicant: 'budi',
  applicantRole: 'self',
  contactPhone: '+6281200009901',
}

export function scopeOf(answers: Answers, more: Partial<CaseContext> = {}, service = compiled()): CaseScope {
  return new CaseScope(service, answers, facts, { ...context, ...more })
}
