// Editions that wait to be published in the demo: one a second person may publish, one that was sent back. Must stay true: handed in
// and decided by the commands that people use, so that what waits could really be published.
import { decideDraft, handInDraft } from '../modules/catalogue/draft-commands.ts'
import type { House } from './house.ts'
import { packagedServices } from './packaged-services.ts'

type Service = {
  deadline: { officeHours: number }
  texts: { summary: { id: string; en: string } }
  documents?: { id: string; label: { id: string; en: string } }[]
}

export async function seedDrafts(house: House, region: string, admin: string, head: string): Promise<void> {
  const { catalogue } = house.services
  const author = { account: admin, role: 'service-admin', unit: 'admin' }
  const send = async (id: string, note: string, change: (service: Service) => void): Promise<string | undefined> => {
    const now = packagedServices().find((one) => one.id === id)?.revision
    if (now === undefined) return undefined
    const content = structuredClone(now.content)
    change(content.service as Service)
    // Due times follow the deadline.
    for (const example of Object.values(content.examples)) delete (example as { expect?: { due?: string } }).expect?.due
    const done = await handInDraft(catalogue, region, author, { content, note })
    if (!done.ok) throw new Error(`The demo could not hand in ${id}: ${done.refusals[0]?.code}`)
    return done.value.draftId
  }
  await send('kk-lost-damaged', 'KK pengganti selesai dalam satu hari kerja; kata-katanya lebih pendek.', (service) => {
    service.deadline.officeHours = 8
    service.texts.summary = {
      id: 'Kartu Keluarga pengganti, terbit dalam satu hari kerja dan dapat dicetak sendiri.',
      en: 'A new family card within one working day, to be printed at home.',
    }
  })
  const back = await send('stillbirth', 'Tenggat dua hari kerja untuk surat lahir mati.', (service) => {
    service.deadline.officeHours = 16
  })
  if (back !== undefined)
    await decideDraft(catalogue, region, { account: head, role: 'head', unit: 'kepala' }, back, 'return', {
      reason: 'Bicarakan dulu dengan Puskesmas: surat keterangannya sering terlambat.',
      seen: false,
    })
}
