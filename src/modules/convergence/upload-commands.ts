// An uploaded list: kept with its fingerprint, previewed, applied once. Must stay true: the preview and the deed judge with the same
// function; the same file again changes nothing; nobody is created from a file.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type KeptFile, nameFile } from '../../platform/files/files.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { nameKeys } from '../register/name-key.ts'
import { findByNiks, listBornOn, type ResidentFacts } from '../register/resident-queries.ts'
import { type Acting, entryOf } from './acting.ts'
import { checkGivenOn, type Delivered, recordDeliveries } from './deliver-commands.ts'
import { findService } from './editions.ts'
import { periodOn, type Quarter } from './period.ts'
import * as store from './service-store.ts'
import type { ServiceRow } from './tables.ts'
import { type LineFate, type UploadLine, WRITES } from './upload.ts'
import { findUpload, insertUpload, markApplied, type UploadRow } from './upload-store.ts'

export type JudgedLine = {
  readonly line: number
  readonly fate: LineFate
  readonly row?: ServiceRow
  readonly on?: string
  readonly giver: string
}
export type Judged = {
  readonly programme: store.ProgrammeRow
  readonly service: string
  readonly quarter: Quarter
  readonly lines: readonly JudgedLine[]
}

/** What each line of a file would do now. */
export async function judgeLines(
  tx: Tx,
  ring: KeyRing,
  acting: Acting,
  villageCode: (written: string) => string | undefined,
  target: { readonly programme: store.ProgrammeRow; readonly service: string },
  lines: readonly UploadLine[],
): Promise<Judged> {
  const quarter = periodOn(acting.today)
  const byNik = await findByNiks(tx, ring, acting.region, [
    ...new Set(lines.flatMap((one) => (one.nik === undefined ? [] : [one.nik]))),
  ])
  const people = new Map<number, ResidentFacts>()
  const births = new Map<string, Set<string>>()
  for (const line of lines) {
    const found = line.nik === undefined ? undefined : byNik.get(line.nik)
    if (found !== undefined) people.set(line.line, found)
    else if (line.birthDate !== undefined && line.village !== undefined) {
      const village = villageCode(line.village)
      if (village !== undefined) births.set(village, (births.get(village) ?? new Set()).add(line.birthDate))
    }
  }
  for (const [village, dates] of births) {
    const born = await listBornOn(tx, acting.region, village, [...dates])
    for (const line of lines) {
      if (people.has(line.line) || line.village === undefined || villageCode(line.village) !== village) continue
      const sound = nameKeys(line.name).join(' ')
      const same = born.filter((one) => one.birthDate === line.birthDate && nameKeys(one.name).join(' ') === sound)
      // Two people of one name and day are a question, not a match.
      if (same.length === 1) people.set(line.line, same[0]!)
    }
  }
  const isFamily = findService(target.service)?.subject === 'family'
  const subjectOf = (one: ResidentFacts): string | undefined => (isFamily ? one.familyId : one.personId)
  const subjects = [...new Set([...people.values()].flatMap((one) => subjectOf(one) ?? []))]
  const rows = new Map(
    (await store.listServicesOfSubjects(tx, acting.region, quarter.key, subjects, target.service, true)).map((row) => [
      row.subject_id,
      row,
    ]),
  )
  const named = await store.listDelivered(
    tx,
    acting.region,
    quarter.key,
    target.service,
    target.programme.programme_id,
    subjects,
  )
  const seen = new Set<string>()
  const judged = lines.map((line): JudgedLine => {
    const person = people.get(line.line)
    const subject = person === undefined ? undefined : subjectOf(person)
    const base = { line: line.line, giver: line.giver }
    if (person === undefined || subject === undefined) return { ...base, fate: 'nobody' }
    if (person.status !== 'active') return { ...base, fate: 'elsewhere' }
    const row = rows.get(subject)
    if (row === undefined || row.state === 'not-entitled') return { ...base, fate: 'not-due' }
    if (!checkGivenOn(line.givenOn, quarter, acting.today).ok) return { ...base, fate: 'day' }
    if (named.has(`${subject} ${line.givenOn}`)) return { ...base, fate: 'known' }
    const once = `${subject} ${line.givenOn}`
    if (seen.has(once)) return { ...base, fate: 'twice' }
    seen.add(once)
    return { ...base, fate: row.state === 'received' ? 'received' : 'add', row, on: line.givenOn }
  })
  return { programme: target.programme, service: target.service, quarter, lines: judged }
}

/** The programme and service of an upload, of the officer's own agencies. */
export async function findTarget(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  input: { readonly programme: string; readonly service: string },
): Promise<Result<{ readonly programme: store.ProgrammeRow; readonly service: string }>> {
  const programme = await store.findProgramme(tx, acting.region, input.programme)
  if (programme === undefined || !agencies.includes(programme.agency_id) || !programme.services.includes(input.service))
    return refuse('convergence-programme-missing', 'target')
  return accept({ programme, service: input.service })
}

/** Notes a file that was kept; the same file for the same programme and service gives the same upload. */
export async function noteUpload(
  tx: Tx,
  acting: Acting,
  target: { readonly programme: store.ProgrammeRow; readonly service: string },
  file: KeptFile,
): Promise<UploadRow> {
  await nameFile(tx, file)
  const row: UploadRow = {
    region_code: acting.region,
    upload_id: newId(),
    programme_id: target.programme.programme_id,
    agency_id: target.programme.agency_id,
    service: target.service,
    file_hash: file.hash,
    state: 'previewed',
    added: 0,
    known: 0,
    refused: 0,
    uploaded_by: acting.actor.accountId,
    uploaded_at: acting.now,
    applied_at: null,
  }
  return insertUpload(tx, row)
}

/** Writes what the preview showed. Twice is once. */
export async function applyUpload(
  tx: Tx,
  acting: Acting,
  upload: UploadRow,
  judged: Judged,
): Promise<Result<Delivered & { readonly refused: number }>> {
  const held = await findUpload(tx, acting.region, upload.upload_id, true)
  if (held === undefined) return refuse('convergence-upload-unknown')
  if (held.state === 'applied') return accept({ added: 0, known: held.added + held.known, refused: held.refused })
  const write = judged.lines.filter((one) => WRITES.includes(one.fate) && one.row !== undefined && one.on !== undefined)
  const refused = judged.lines.filter(
    (one) => !WRITES.includes(one.fate) && one.fate !== 'known' && one.fate !== 'twice',
  ).length
  let added = 0
  for (const giver of new Set(write.map((one) => one.giver))) {
    const done = await recordDeliveries(
      tx,
      acting,
      { programme: judged.programme, service: judged.service, period: judged.quarter.key, giver },
      write.filter((one) => one.giver === giver).map((one) => ({ row: one.row!, on: one.on! })),
      'upload',
      upload.upload_id,
    )
    added += done.added
  }
  const known = judged.lines.length - refused - added
  await markApplied(tx, acting.region, upload.upload_id, { added, known, refused, at: acting.now })
  await writeJournal(tx, entryOf(acting, 'convergence.upload', { subject: upload.upload_id, fields: [judged.service] }))
  return accept({ added, known, refused })
}
