// Which faults of a returned file still stand: a paper that could not be used is repaired by another paper, not by sending the file
// again. Pure. Must stay true: an answer may be sent unchanged, for the applicant may know better than the office.
import type { Refusal } from '../../kernel/refusal.ts'
import type { OfferedService } from './context.ts'
import { placeName } from './fault-words.ts'

type Fault = {
  readonly place: string
  readonly reason: string
  readonly repaired_at: Date | null
  readonly created_at: Date
}
type Upload = { readonly document_id: string; readonly created_at: Date }

/** Reasons that only another sheet or picture answers. */
const NEW_PAPER = new Set(['unreadable', 'not-original', 'wrong-document', 'expired-document', 'missing'])

/** Faults of documents since which nothing new was uploaded. */
export function standingFaults<F extends Fault>(
  faults: readonly F[],
  uploads: readonly Upload[],
  documents: readonly {
    readonly document: { readonly id: string }
    readonly alternatives: readonly { readonly id: string }[]
  }[],
): readonly F[] {
  return faults.filter(({ place, reason, repaired_at, created_at }) => {
    const needed = documents.find(({ document, alternatives }) =>
      [document, ...alternatives].some(({ id }) => id === place),
    )
    if (repaired_at !== null || needed === undefined || !NEW_PAPER.has(reason)) return false
    const ids = [needed.document, ...needed.alternatives].map(({ id }) => id)
    return !uploads.some((upload) => ids.includes(upload.document_id) && upload.created_at >= created_at)
  })
}

/** One refusal for each paper that is still the old one. */
export function refusalsOfFaults({ service }: OfferedService, faults: readonly Fault[]): readonly Refusal[] {
  return faults.map(({ place }) => {
    const { id, en } = placeName(service, place)
    return { code: 'paper-not-replaced', at: `documents#${place}`, params: { document: id, documentEn: en } }
  })
}
