// One sentence about whose application this is, for everyone who opens it: the helper, the person helped, the family for
// whom a hospital prepared it. Must stay true: a name only for those who may open the case.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { RegisterSnapshot } from '../register/snapshot.ts'
import type { CaseFile } from './case.ts'
import type { CasesContext } from './context.ts'
import { isHelper, isOwner } from './help-access.ts'
import { type HelpWay, WAY_WORDS } from './help-rules.ts'
import { findHelp, findMandate } from './help-store.ts'
import type { HelpLine } from './port.ts'
import { reportWords } from './report-kinds.ts'
import { listReportsOfCases } from './report-store.ts'
import { nameForHelper } from './told-to-helper.ts'

export type HelpLineOf = HelpLine & { readonly way?: HelpWay }

export async function helpLine(
  tx: Tx,
  context: Pick<CasesContext, 'register'>,
  visitor: Visitor,
  file: CaseFile,
  snapshot: RegisterSnapshot,
): Promise<HelpLineOf | undefined> {
  if (file.helperAccount !== undefined) {
    const row = await findHelp(tx, file.region, file.caseId)
    if (row === undefined) return undefined
    const way = row.way as HelpWay
    const holder = isOwner(visitor, file) ? await holderOf(tx, context, file.region, row.mandate_id) : undefined
    if (holder !== undefined)
      return {
        way,
        fact: { id: `Diurus ${holder} dengan kuasa dari Anda.`, en: `Handled by ${holder} under your mandate.` },
      }
    if (isOwner(visitor, file) || !isHelper(visitor, file)) return { way, fact: helpedBy(way, row.unit) }
    const name = nameForHelper(visitor, file, snapshot) ?? ''
    const draft = file.state === 'draft' || file.state === 'returned'
    return {
      way,
      fact: {
        id:
          way === 'mandate' ? `Anda mengurus ini untuk ${name} dengan surat kuasa.` : `Anda mengisi ini untuk ${name}.`,
        en: way === 'mandate' ? `You handle this for ${name} under a mandate.` : `You fill this in for ${name}.`,
      },
      ...(!draft
        ? {}
        : way === 'mandate'
          ? {
              text: {
                id: `Isi tentang ${name}: “Anda” dalam isian ini berarti pemberi kuasa.`,
                en: `Answer about ${name}: “you” in these questions means the giver of the mandate.`,
              },
            }
          : {
              text: {
                id: 'Bacakan isiannya. Ia yang menyetujui sebelum dikirim, dan petugas lain yang memeriksa.',
                en: 'Read the answers aloud. They agree before it is sent, and another officer checks it.',
              },
              confirmHref: `/${file.region}/cases/${file.caseId}/confirm`,
            }),
    }
  }
  if (file.channel !== 'notice') return undefined
  const [report] = await listReportsOfCases(tx, file.region, [file.caseId])
  if (report === undefined) return undefined
  const draft = file.state === 'draft'
  return {
    fact: reportWords(report.kind, report.unit_name),
    ...(draft
      ? {
          text: {
            id: 'Isiannya sudah kami siapkan. Periksa, lengkapi yang kurang, lalu kirim.',
            en: 'The answers are prepared. Check them, complete what is missing, then send.',
          },
        }
      : {}),
  }
}

/** Whom a giver chose, told to the giver alone: they wrote the name themselves. */
async function holderOf(
  tx: Tx,
  context: Pick<CasesContext, 'register'>,
  region: RegionCode,
  mandateId: string | null,
): Promise<string | undefined> {
  const mandate = mandateId === null ? undefined : await findMandate(tx, region, mandateId)
  if (mandate?.holder_person == null) return undefined
  const { persons } = await context.register.loadSnapshot(tx, region, { personIds: [mandate.holder_person] })
  return persons.get(mandate.holder_person)?.name
}

function helpedBy(way: HelpWay, unit: string): Text {
  const words = WAY_WORDS[way]
  return unit === ''
    ? { id: `${words.id}.`, en: `${words.en}.` }
    : { id: `${words.id} (${unit}).`, en: `${words.en} (${unit}).` }
}

/** For the list of own cases: who reported what waits there. */
export async function reportHints(
  tx: Tx,
  region: RegionCode,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  const hints = new Map<string, Text>()
  for (const { case_id, kind, unit_name } of await listReportsOfCases(tx, region, caseIds)) {
    if (case_id === null || hints.has(case_id)) continue
    const { id, en } = reportWords(kind, unit_name)
    hints.set(case_id, { id: `${id} Periksa, lalu kirim.`, en: `${en} Check it, then send.` })
  }
  return hints
}
