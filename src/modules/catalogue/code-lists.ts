// The code lists a `choice` may use and a fact may answer with: those of the population forms (kernel) and the few words of
// the engine itself. Must stay true: codes are never reused or renumbered, because they stand in registers and answers.
import { codeList, CODE_LIST_NAMES as FORM_LISTS, type CodeListName as FormList } from '../../kernel/code-lists.ts'
import type { Text } from '../../kernel/text.ts'

export type Code = { readonly code: string; readonly text: Text }

const list = (...rows: readonly (readonly [code: string, id: string, en: string])[]): readonly Code[] =>
  rows.map(([code, id, en]) => ({ code, text: { id, en } }))

const STATES = [
  ['active', 'Aktif', 'Active'],
  ['moving', 'Sedang pindah', 'Moving'],
  ['moved-out', 'Sudah pindah', 'Moved out'],
  ['abroad', 'Di luar negeri', 'Abroad'],
  ['deceased', 'Meninggal', 'Deceased'],
  ['duplicate', 'Ganda', 'Duplicate'],
  ['cancelled', 'Dibatalkan', 'Cancelled'],
] as const

const ENGINE_LISTS = {
  personStatus: list(...STATES),
  nikStatus: list(...STATES, ['none', 'Belum punya NIK', 'No NIK yet']),
  channel: list(
    ['web', 'Web', 'Web'],
    ['app', 'Aplikasi', 'App'],
    ['whatsapp', 'WhatsApp', 'WhatsApp'],
    ['village', 'Kantor desa', 'Village office'],
    ['counter', 'Loket', 'Counter'],
    ['mobile', 'Jemput bola', 'Mobile round'],
    ['notice', 'Pemberitahuan instansi', 'Notice of an agency'],
    ['office', 'Petugas dinas', 'The office itself'],
  ),
  applicantRole: list(
    ['self', 'Yang bersangkutan', 'The person'],
    ['parent', 'Ayah atau ibu', 'Father or mother'],
    ['spouse', 'Suami atau istri', 'Husband or wife'],
    ['child', 'Anak', 'Child'],
    ['family', 'Anggota keluarga lain', 'Another family member'],
    ['head', 'Kepala keluarga', 'Head of the family'],
    ['adult', 'Anggota keluarga dewasa', 'Adult member of the family'],
    ['guardian', 'Wali', 'Guardian'],
    ['mandate', 'Penerima kuasa', 'Holder of a written mandate'],
    ['finder', 'Penemu', 'Finder'],
    ['police', 'Polisi', 'Police'],
    ['institution', 'Lembaga sosial', 'Social institution'],
    ['midwife', 'Bidan atau tenaga kesehatan', 'Midwife or health worker'],
    ['rt', 'Ketua RT', 'Head of RT'],
    ['village', 'Perangkat desa', 'Village officer'],
    ['landlord', 'Pemilik rumah', 'Landlord'],
    ['party', 'Pihak dalam putusan', 'Party to the ruling'],
    ['agency', 'Instansi', 'Agency'],
    ['anyone', 'Pemegang dokumen', 'Holder of the document'],
    ['office', 'Dinas', 'The department'],
  ),
} as const

type EngineList = keyof typeof ENGINE_LISTS
export type CodeListName = FormList | EngineList
export const CODE_LIST_NAMES = [...FORM_LISTS, ...(Object.keys(ENGINE_LISTS) as EngineList[])] as const

function isEngineList(name: string): name is EngineList {
  return Object.hasOwn(ENGINE_LISTS, name)
}

export function isCodeList(name: string): name is CodeListName {
  return CODE_LIST_NAMES.some((known) => known === name)
}

/** Every list by its name, codes in the order they are shown. */
export const CODE_LISTS = Object.fromEntries(
  CODE_LIST_NAMES.map((name) => [
    name,
    isEngineList(name) ? ENGINE_LISTS[name] : codeList(name).map(({ code, id, en }) => ({ code, text: { id, en } })),
  ]),
) as Readonly<Record<CodeListName, readonly Code[]>>

export function codesOf(name: CodeListName): readonly Code[] {
  return CODE_LISTS[name]
}

/** The words of a code, or undefined when the list has no such code. */
export function codeText(name: CodeListName, code: string): Text | undefined {
  return CODE_LISTS[name].find((row) => row.code === code)?.text
}
