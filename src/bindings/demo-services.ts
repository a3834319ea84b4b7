// Services of the demo in motion: newer editions of two of them, own settings of a third that wait for a second person. Must
// stay true: an edition that is newer differs in what its examples leave open, so that it can really be installed.
import { publishChecked } from '../modules/catalogue/offer-commands.ts'
import { readRevision } from '../modules/catalogue/revision.ts'
import { askForChange } from '../modules/catalogue/wish-commands.ts'
import type { House } from './house.ts'
import { packagedServices } from './packaged-services.ts'

type Service = {
  id: string
  deadline: { officeHours: number }
  texts: { summary: { id: string; en: string } }
  legalBasis: string[]
  eligibility?: { id: string; require: unknown; text: { id: string; en: string } }[]
}

const PUBLISHER = { account: 'system:demo', role: 'system' } as const

export async function seedServices(house: House, region: string, admin: string): Promise<void> {
  const { catalogue } = house.services
  // After those of the package, which were published when the house first opened.
  const later = { ...catalogue, now: () => new Date(catalogue.now().getTime() + 1000) }
  const newer = [
    changed('kia-under5', (service) => {
      service.deadline.officeHours = 16
      service.texts.summary = {
        id: 'Kartu identitas untuk anak di bawah 5 tahun, selesai dalam dua hari kerja.',
        en: 'An identity card for a child under 5, within two working days.',
      }
      service.legalBasis.push('Permendagri 19/2018')
    }),
    changed('ktp-lost', (service) => {
      service.texts.summary = {
        id: 'KTP-el pengganti, dicetak di kantor terdekat.',
        en: 'A new KTP-el, printed at the nearest office.',
      }
    }),
  ].filter((one) => one !== undefined)
  await publishChecked(later, newer, PUBLISHER)
  const row = (await catalogue.catalogue.installed(region)).find((one) => one.service_id === 'death')
  if (row === undefined) return
  const done = await askForChange(
    catalogue,
    region,
    { account: admin, role: 'service-admin', unit: 'kepala' },
    {
      hash: row.revision,
      overlay: { deadlineOfficeHours: 16 },
      reason: 'Akta kematian kita rata-rata selesai dalam satu hari kerja; janji kepada keluarga bisa lebih pendek.',
    },
  )
  if (!done.ok) throw new Error(`The demo could not ask for a change: ${done.refusals[0]?.code}`)
}

function changed(id: string, change: (service: Service) => void) {
  const now = packagedServices().find((one) => one.id === id)?.revision
  if (now === undefined) return undefined
  const content = structuredClone(now.content)
  change(content.service as Service)
  for (const example of Object.values(content.examples)) {
    const { expect } = example as { expect?: Record<string, unknown> }
    // Due times follow the deadline.
    delete expect?.due
  }
  return readRevision(content)
}
