// What every part of the house holds about one person, for the person: account, register, family, deeds, applications, papers,
// own children, who looked. Must stay true: reached through the visitor's own account and person only; each list is bounded.
import { formatInstant } from '../kernel/date-format.ts'
import { formatPhone } from '../kernel/phone.ts'
import type { Text } from '../kernel/text.ts'
import { caseOf } from '../modules/cases/case-codec.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { answerInWords } from '../modules/cases/draft-view.ts'
import { listCasesOfAccount } from '../modules/cases/store.ts'
import { codeText } from '../modules/catalogue/code-lists.ts'
import { stateOf } from '../modules/catalogue/process.ts'
import { listPapersOfHolder } from '../modules/documents/queries.ts'
import type { Templates } from '../modules/documents/templates.ts'
import type { DataItem, DataSource } from '../modules/privacy/port.ts'
import type { PublicPort } from '../modules/regions/public-port.ts'
import { deedsOf, familyOf, openMembers } from '../modules/register/kinship.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import { both, dayText, fieldText, thingMark, valueText } from '../modules/register/office-texts.ts'
import type { Family } from '../modules/register/snapshot.ts'
import { DEED_WORDS } from '../modules/register/words.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { growthContext } from './growth-context.ts'
import { namesOfAccounts } from './office-reports-binding.ts'
import { careSources } from './privacy-care-data.ts'
import { contactInWords, field } from './privacy-field.ts'

export type DataParts = {
  readonly cases: CasesContext
  readonly templates: Templates
  readonly contactOf: (account: string) => Promise<{ phone?: string; email?: string } | undefined>
  readonly listAccess: PublicPort['listAccess']
}
const t = (id: string, en: string): Text => ({ id, en })
const REGISTER = t('Register kependudukan daerah ini.', 'The population register of this region.')
/** Keys of rows say nothing about a person. */
const NOT_SHOWN = ['id', 'version', 'motherId', 'fatherId', 'duplicateOf', 'sealed', 'nik']

/** What a person looks for first. */
const FIRST = ['name', 'sex', 'birthPlace', 'birthDate', 'villageCode']

/** Street, neighbourhood units, village, postal code, as on a letter. */
function addressText(address: Family['address'], villageName: (code: string) => string | undefined): string {
  const { street, rt, rw, village, postalCode } = address
  return [street, `RT ${rt}`, `RW ${rw}`, villageName(village) ?? village, postalCode]
    .filter((part) => part !== undefined && part !== '' && !/^R[TW] (undefined)?$/.test(part))
    .join(', ')
}

async function snapshotOf({ cases }: DataParts, visitor: Visitor) {
  const person = visitor.actor?.personId
  if (person === undefined) return undefined
  const region = visitor.region!.code
  const snapshot = await cases.database.inRegion(
    region,
    (tx) => loadSnapshot(tx, cases.ring, region, { personIds: [person] }),
    { readOnly: true },
  )
  const self = snapshot.persons.get(person)
  return self === undefined ? undefined : { snapshot, self }
}

export function dataSources(parts: DataParts): readonly DataSource[] {
  const { cases, templates, contactOf, listAccess } = parts
  const at = (visitor: Visitor, ms: number): string => formatInstant(ms, visitor.region!.timeZone, visitor.language)
  return [
    async (visitor) => {
      const account = visitor.actor!.accountId
      const contact = await contactOf(account)
      const name = (await namesOfAccounts(cases.database, [account])).get(account)
      return {
        id: 'account',
        title: t('Akun', 'Account'),
        source: t(
          'Akun untuk masuk. Perangkat dan kunci sandi ada di “Akun saya”.',
          'The account to sign in. Devices and passkeys stand under “My account”.',
        ),
        items: [
          {
            title: t('Akun', 'Account'),
            fields: [
              ...field('name', t('Nama', 'Name'), name),
              ...field(
                'phone',
                t('Nomor ponsel', 'Mobile number'),
                contact?.phone === undefined ? undefined : formatPhone(contact.phone),
              ),
              ...field('email', t('Alamat email', 'E-mail address'), contact?.email),
            ],
          },
        ],
      }
    },
    async (visitor) => {
      const found = await snapshotOf(parts, visitor)
      const items: DataItem[] = []
      if (found !== undefined) {
        const { snapshot, self } = found
        const rest = Object.keys(self).filter((name) => !FIRST.includes(name) && !NOT_SHOWN.includes(name))
        const plain = [...FIRST, ...rest].flatMap((name) => {
          const value = self[name as keyof typeof self]
          const village = name === 'villageCode' ? cases.villageName(self.villageCode) : undefined
          return value === undefined ? [] : field(name, fieldText(name), village ?? valueText(name, value))
        })
        items.push({ title: both(self.name), fields: [...field('nik', both('NIK'), self.nik), ...plain] })
        const family = familyOf(snapshot, self.id)
        if (family !== undefined)
          items.push({
            title: t('Kartu Keluarga', 'Family card'),
            fields: [
              ...field('kk', fieldText('kk'), family.kk),
              ...field('address', fieldText('address'), addressText(family.address, cases.villageName)),
              ...openMembers(family).flatMap((member, index) =>
                field(
                  `member${index + 1}`,
                  codeText('familyRelation', member.relation) ?? both(member.relation),
                  snapshot.persons.get(member.personId)?.name,
                ),
              ),
            ],
          })
        for (const deed of deedsOf(snapshot, self.id))
          items.push({
            title: DEED_WORDS[deed.register],
            fields: [
              ...field('number', t('Nomor', 'Number'), deed.number),
              ...field('date', fieldText('date'), dayText(deed.date)),
              ...field('status', t('Keadaan', 'State'), thingMark(deed.status).label),
            ],
          })
      }
      return { id: 'register', title: t('Data kependudukan', 'Your record'), source: REGISTER, items }
    },
    async (visitor) => {
      const region = visitor.region!.code
      const rows = await cases.database.inRegion(region, (tx) => listCasesOfAccount(tx, region, visitor.actor!, 200), {
        readOnly: true,
      })
      const people = rows.length === 0 ? undefined : (await snapshotOf(parts, visitor))?.snapshot.persons
      const nameOf = (id: string): string | undefined => people?.get(id)?.name
      const items = await Promise.all(
        rows.map(async (row): Promise<DataItem> => {
          const file = caseOf(row, cases.ring)
          const { service } = await cases.services.get(region, row.service_id, row.revision)
          return {
            title: service.definition.texts.name,
            fields: [
              ...field('number', t('Nomor permohonan', 'Application number'), file.number),
              ...field('state', t('Keadaan', 'State'), stateOf(service.process, file.state)?.label),
              ...field('begun', t('Dibuat', 'Begun'), at(visitor, file.createdAtMs)),
              ...field(
                'contact',
                t('Kontak', 'Contact'),
                file.contact === undefined ? undefined : contactInWords(file.contact),
              ),
              ...Object.entries(file.answers).flatMap(([name, value]) => {
                if (value === undefined || value === null) return []
                const asked = service.fields[name]
                // What is no question any more is told as it is kept.
                if (asked === undefined) return field(`answer.${name}`, both(name), JSON.stringify(value))
                return field(
                  `answer.${name}`,
                  asked.short ?? asked.label,
                  answerInWords(asked, value, nameOf, cases.villageName),
                )
              }),
            ],
          }
        }),
      )
      return {
        id: 'applications',
        title: t('Permohonan', 'Applications'),
        source: t(
          'Permohonan yang Anda buat atau dibuat untuk Anda, paling banyak 200 terakhir.',
          'Applications made by you or for you, the last 200 at most.',
        ),
        items,
      }
    },
    async (visitor) => {
      const person = visitor.actor?.personId
      const region = visitor.region!.code
      const papers =
        person === undefined
          ? []
          : await cases.database.inRegion(
              region,
              (tx) => listPapersOfHolder(tx, region, person, { ring: cases.ring, templates }),
              { readOnly: true },
            )
      return {
        id: 'papers',
        title: t('Dokumen', 'Papers'),
        source: t('Dokumen yang terbit untuk Anda.', 'Papers issued to you.'),
        items: papers.map((paper) => ({
          title: paper.name,
          fields: [
            ...field('number', t('Nomor', 'Number'), paper.number),
            ...field('issuedOn', t('Terbit', 'Issued'), dayText(paper.issuedOn)),
            ...field('state', t('Keadaan', 'State'), thingMark(paper.state).label),
          ],
        })),
      }
    },
    ...careSources(growthContext(cases)),
    async (visitor) => ({
      id: 'reads',
      title: t('Siapa melihat data Anda', 'Who looked at your data'),
      source: t(
        'Jurnal, 100 kejadian terakhir. Nama petugas tidak disertakan.',
        'The journal, the last 100 entries. Names of officers are left out.',
      ),
      items: (await listAccess(visitor)).map((line) => ({
        title: line.what,
        fields: [
          ...field('at', t('Waktu', 'Time'), line.at),
          ...field('unit', both('Unit'), line.unit === '' ? line.role : line.unit),
          ...field('reason', t('Untuk apa', 'What for'), line.reason),
        ],
      })),
    }),
  ]
}
