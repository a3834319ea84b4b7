// Uploads bound to commands and the file store. Must stay true: bytes are kept before the transaction that names them; an upload of
// another agency does not exist for this officer.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { localTimeAt } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Files } from '../../platform/files/files.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { officerUnits } from './access.ts'
import type { Acting } from './acting.ts'
import { agenciesOfUnits } from './agency-queries.ts'
import { actIn } from './binding.ts'
import { findService } from './editions.ts'
import type { ConvergenceTools } from './reading.ts'
import { listProgrammes } from './service-store.ts'
import { readUpload, WRITES } from './upload.ts'
import { applyUpload, findTarget, judgeLines, noteUpload } from './upload-commands.ts'
import type { UploadPort } from './upload-port.ts'
import { findUpload, listUploads, type UploadRow } from './upload-store.ts'

const serviceName = (code: string) => findService(code)?.name ?? { id: code, en: code }

export function bindUploads(tools: ConvergenceTools, files: Files): UploadPort {
  /** One use case of an officer with the agencies of their units. */
  const asOfficer = async <T>(
    visitor: Visitor,
    work: (tx: Tx, acting: Acting, agencies: readonly string[]) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const units = officerUnits(visitor.actor, visitor.region!.code)
    if (units.length === 0) return refuse('convergence-not-yours')
    return actIn(tools, visitor, undefined, async (tx, acting) =>
      work(tx, { ...acting, role: 'programme-officer' }, await agenciesOfUnits(tx, acting.region, units)),
    )
  }
  const villageCode = (region: string) => {
    const places = tools.villages(region)
    const byName = new Map(places.map((one) => [one.name.toLowerCase(), one.code]))
    return (written: string) => places.find((one) => one.code === written)?.code ?? byName.get(written.toLowerCase())
  }
  /** The bytes of an upload; outside any transaction. */
  const bytesOf = async (visitor: Visitor, id: string): Promise<Result<{ row: UploadRow; bytes: Uint8Array }>> => {
    const found = await asOfficer(visitor, async (tx, acting, agencies) => {
      const row = await findUpload(tx, acting.region, id)
      return row === undefined || !agencies.includes(row.agency_id) ? refuse('convergence-upload-unknown') : accept(row)
    })
    if (!found.ok) return found
    const bytes = await files.read(visitor.region!.code, found.value.file_hash)
    return bytes === undefined ? refuse('convergence-upload-unknown') : accept({ row: found.value, bytes })
  }
  const judge = async (tx: Tx, acting: Acting, agencies: readonly string[], row: UploadRow, bytes: Uint8Array) => {
    const target = await findTarget(tx, acting, agencies, { programme: row.programme_id, service: row.service })
    if (!target.ok) return target
    const lines = readUpload(bytes)
    if (!lines.ok) return lines
    return accept(await judgeLines(tx, tools.ring, acting, villageCode(acting.region), target.value, lines.value))
  }
  return {
    visitor: (request) => tools.visitor(request),
    listUploads: (visitor) =>
      asOfficer(visitor, async (tx, acting, agencies) => {
        const programmes = (await listProgrammes(tx, acting.region)).filter((one) => agencies.includes(one.agency_id))
        const names = new Map(programmes.map((one) => [one.programme_id, one.name]))
        return accept({
          targets: programmes
            .filter((one) => one.is_active)
            .flatMap((one) =>
              one.services.map((service) => ({
                value: `${one.programme_id} ${service}`,
                programmeName: one.name,
                serviceName: serviceName(service),
              })),
            ),
          uploads: (await listUploads(tx, acting.region, agencies)).map((row) => ({
            id: row.upload_id,
            programmeName: names.get(row.programme_id) ?? row.programme_id,
            serviceName: serviceName(row.service),
            on: localTimeAt(visitor.region!.timeZone, row.uploaded_at.getTime()).date,
            isApplied: row.state === 'applied',
            added: row.added,
          })),
        })
      }),
    async upload(visitor, target, bytes) {
      if (officerUnits(visitor.actor, visitor.region!.code).length === 0) return refuse('convergence-not-yours')
      if (bytes === undefined) return refuse('convergence-file-missing', 'file')
      const lines = readUpload(bytes)
      if (!lines.ok) return lines
      const file = await files.keep(visitor.region!.code, bytes, 'text/csv')
      return asOfficer(visitor, async (tx, acting, agencies) => {
        const [programme = '', service = ''] = target.split(' ')
        const chosen = await findTarget(tx, acting, agencies, { programme, service })
        if (!chosen.ok) return chosen
        return accept({ id: (await noteUpload(tx, acting, chosen.value, file)).upload_id })
      })
    },
    async preview(visitor, id) {
      const found = await bytesOf(visitor, id)
      if (!found.ok) return found
      const { row, bytes } = found.value
      return asOfficer(visitor, async (tx, acting, agencies) => {
        const judged = await judge(tx, acting, agencies, row, bytes)
        if (!judged.ok) return judged
        const { lines, programme, service } = judged.value
        const writes = lines.filter((one) => WRITES.includes(one.fate)).length
        const known = lines.filter((one) => one.fate === 'known' || one.fate === 'twice').length
        return accept({
          programmeName: programme.name,
          serviceName: serviceName(service),
          writes,
          known,
          refused: lines.length - writes - known,
          odd: lines
            .filter((one) => one.fate !== 'add')
            .slice(0, 200)
            .map(({ line, fate }) => ({ line, fate })),
          ...(row.state === 'applied' ? { applied: { added: row.added, known: row.known, refused: row.refused } } : {}),
        })
      })
    },
    async apply(visitor, id) {
      const found = await bytesOf(visitor, id)
      if (!found.ok) return found
      const { row, bytes } = found.value
      return asOfficer(visitor, async (tx, acting, agencies) => {
        const judged = await judge(tx, acting, agencies, row, bytes)
        return judged.ok ? applyUpload(tx, acting, row, judged.value) : judged
      })
    },
  }
}
