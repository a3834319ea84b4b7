// What officers see before they sign: each thing a plan changes, in words, before and after. Must stay true: nothing the
// plan changes is left out except what only serves the machine (versions, keys), and codes are shown as words.
import { isPlainDate } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import { maskKk } from '../../kernel/kk.ts'
import type { Text } from '../../kernel/text.ts'
import { codeText } from '../catalogue/code-lists.ts'
import type { Change, DocumentAction } from './change.ts'
import { addressLine } from './facts-of-register.ts'
import { isSubject, type RegisterView } from './kinship.ts'
import type { Deed, Family, FieldValue } from './snapshot.ts'
import { DEED_WORDS, DOCUMENT_WORDS, FIELD_LISTS, FIELD_WORDS, NOTE_WORDS, OWN_VALUES } from './words.ts'

/** The name of a village or of a region, by its code. */
export type PlaceName = (code: string) => string | undefined
export type BeforeAfter = { readonly thing: Text; readonly before: Text; readonly after: Text }

/** Relation of the head on a card; a card that ends names its head only among its members. */
const HEAD = '1'
const NONE: Text = { id: '–', en: '–' }
const same = (text: string): Text => ({ id: text, en: text })
/** Fields that follow from another change that is shown. */
const SILENT = new Set(['nikStatus', 'previousMaritalStatus', 'motherId', 'fatherId', 'villageCode', 'sealed'])

/** One row for each change that a person can judge. */
export function describeChanges(
  changes: readonly Change[],
  view: RegisterView,
  placeName: PlaceName = () => undefined,
): readonly BeforeAfter[] {
  return changes
    .filter((change) => !isFirstEdition(change, changes))
    .flatMap((change) => describe(change, view, placeName))
}

/** Issued and replaced in one plan is one new edition; it is said once. */
function isFirstEdition(change: Change, all: readonly Change[]): boolean {
  return (
    change.kind === 'document' &&
    change.action === 'issue' &&
    all.some(
      (other) =>
        other.kind === 'document' &&
        other.action === 'supersede' &&
        other.document === change.document &&
        other.of.id === change.of.id,
    )
  )
}

function describe(change: Change, view: RegisterView, placeName: PlaceName): readonly BeforeAfter[] {
  const name = (id: string) => view.persons.get(id)?.name ?? '–'
  switch (change.kind) {
    case 'person-created':
      return [
        row(
          join('Penduduk baru', 'New resident', change.person.name),
          NONE,
          person(change.person.birthDate, change.person.nik),
        ),
      ]
    case 'field-set':
      if (SILENT.has(change.field)) return []
      return [
        row(
          join(FIELD_WORDS[change.field].id, FIELD_WORDS[change.field].en, name(change.personId)),
          word(change.field, change.before),
          word(change.field, change.after),
        ),
      ]
    case 'membership-opened':
      return [
        row(
          join('Anggota KK', 'On the family card', name(change.personId)),
          NONE,
          card(view, change.familyId, change.relation),
        ),
      ]
    case 'membership-closed':
      if (change.reason === 'relation-changed') return []
      return [
        row(
          join('Anggota KK', 'On the family card', name(change.personId)),
          card(view, change.familyId, change.relation),
          NONE,
        ),
      ]
    case 'family-created':
      return [
        row(
          { id: 'Kartu Keluarga', en: 'Family card' },
          NONE,
          cardNumber(change.family.kk, addressIn(change.family.address, placeName)),
        ),
      ]
    case 'family-set':
      return family(change, view, name, placeName)
    case 'deed-recorded': {
      const { register, number } = change.deed
      return [
        row(
          join(DEED_WORDS[register].id, DEED_WORDS[register].en, partiesOf(change.deed, view)),
          NONE,
          number === '' ? { id: 'nomor menyusul', en: 'number to follow' } : same(number),
        ),
      ]
    }
    case 'deed-set':
      return deedSet(change, view)
    case 'note-added':
      return [
        row(
          join('Catatan pinggir', 'Margin note', view.deeds.get(change.deedId)?.number ?? ''),
          NONE,
          NOTE_WORDS[change.note.kind],
        ),
      ]
    case 'deed-corrected':
      return [
        row(
          join('Pembetulan akta', 'Correction of the deed', change.correction.element),
          same(change.correction.old || '–'),
          same(change.correction.new),
        ),
      ]
    case 'document':
      return [
        row(
          join(DOCUMENT_WORDS[change.document].id, DOCUMENT_WORDS[change.document].en, ownerOf(change, view)),
          DOCUMENT_BEFORE[change.action],
          DOCUMENT_ACTIONS[change.action],
        ),
      ]
    case 'service':
      return []
    case 'transfer-offered':
      return [
        row(
          { id: 'Surat pindah', en: 'Moving letter' },
          NONE,
          join(`ke ${placeName(change.to) ?? change.to}`, `to ${placeName(change.to) ?? change.to}`, change.letter),
        ),
      ]
    case 'transfer-accepted':
      return [
        row({ id: 'Surat pindah', en: 'Moving letter' }, same(change.letter), {
          id: `diterima dari ${placeName(change.from) ?? change.from}`,
          en: `accepted from ${placeName(change.from) ?? change.from}`,
        }),
      ]
    case 'transfer-withdrawn':
      return [
        row({ id: 'Surat pindah', en: 'Moving letter' }, same(change.letter), { id: 'dibatalkan', en: 'withdrawn' }),
      ]
    case 'stay-recorded':
      return [
        row(
          join(
            'Tinggal sementara',
            'Temporary stay',
            change.personId === undefined ? (change.outsider?.name ?? '') : name(change.personId),
          ),
          NONE,
          dated('sampai', 'until', change.until),
        ),
      ]
  }
}

const IN_FORCE: Text = { id: 'terbitan sekarang', en: 'present edition' }
const DOCUMENT_BEFORE: Readonly<Record<DocumentAction, Text>> = {
  issue: NONE,
  supersede: IN_FORCE,
  revoke: IN_FORCE,
  extend: IN_FORCE,
  keep: IN_FORCE,
}
const DOCUMENT_ACTIONS: Readonly<Record<DocumentAction, Text>> = {
  issue: { id: 'diterbitkan', en: 'issued' },
  supersede: { id: 'diganti terbitan baru', en: 'replaced by a new edition' },
  revoke: { id: 'dicabut', en: 'revoked' },
  extend: { id: 'diperpanjang', en: 'extended' },
  keep: { id: 'tetap dipegang pemilik', en: 'kept by the holder' },
}

function row(thing: Text, before: Text, after: Text): BeforeAfter {
  return { thing, before, after }
}

function join(id: string, en: string, about: string): Text {
  return about === '' ? { id, en } : { id: `${id}: ${about}`, en: `${en}: ${about}` }
}

function person(birthDate: string, nik: string | undefined): Text {
  const born = dated('lahir', 'born', birthDate)
  if (nik === undefined) return { id: `${born.id}, tanpa NIK`, en: `${born.en}, without a NIK` }
  return { id: `${born.id}, NIK ${nik}`, en: `${born.en}, NIK ${nik}` }
}

/** A day with its words; what is no whole date (a year alone) stays as it is. */
function dated(id: string, en: string, day: string): Text {
  if (!isPlainDate(day)) return { id: `${id} ${day}`, en: `${en} ${day}` }
  return { id: `${id} ${formatDate(day, 'id')}`, en: `${en} ${formatDate(day, 'en')}` }
}

function word(field: string, value: FieldValue): Text {
  if (value === null) return NONE
  if (typeof value === 'string' && isPlainDate(value))
    return { id: formatDate(value, 'id'), en: formatDate(value, 'en') }
  const list = FIELD_LISTS[field as keyof typeof FIELD_LISTS]
  const own = OWN_VALUES[field]?.[String(value)]
  if (own !== undefined) return own
  return (list === undefined ? undefined : codeText(list, String(value))) ?? same(String(value))
}

function card(view: RegisterView, familyId: string, relation: string): Text {
  const kk = view.families.get(familyId)?.kk
  const as = codeText('familyRelation', relation) ?? same(relation)
  const number = kk === undefined ? '' : `${maskKk(kk)}, `
  return { id: `${number}${as.id}`, en: `${number}${as.en}` }
}

function addressIn(address: Family['address'], placeName: PlaceName): string {
  return addressLine(address, placeName(address.village))
}

/** Whom a paper is about: the person, the head of the card, the people of the deed. */
function ownerOf({ of, outsider }: Extract<Change, { kind: 'document' }>, view: RegisterView): string {
  switch (of.kind) {
    case 'outsider':
      return outsider?.name ?? ''
    case 'person':
      return view.persons.get(of.id)?.name ?? ''
    case 'family': {
      const family = view.families.get(of.id)
      const head = family?.headId ?? family?.members.findLast((member) => member.relation === HEAD)?.personId
      return head === undefined ? '' : (view.persons.get(head)?.name ?? '')
    }
    case 'deed': {
      const deed = view.deeds.get(of.id)
      return deed === undefined ? '' : partiesOf(deed, view)
    }
  }
}

/** The people a deed is about, without parents and reporters. */
function partiesOf(deed: Deed, view: RegisterView): string {
  return deed.parties
    .filter((party) => party.personId !== undefined && isSubject(deed, party.personId))
    .map((party) => view.persons.get(party.personId!)?.name ?? '')
    .filter(Boolean)
    .join(', ')
}

function cardNumber(kk: string | undefined, line: string): Text {
  if (kk === undefined) return { id: `nomor menyusul, ${line}`, en: `number to follow, ${line}` }
  return same([kk, line].filter(Boolean).join(', '))
}

function family(
  change: Extract<Change, { kind: 'family-set' }>,
  view: RegisterView,
  name: (id: string) => string,
  placeName: PlaceName,
): readonly BeforeAfter[] {
  const kk = view.families.get(change.familyId)?.kk
  const about = kk === undefined ? '' : maskKk(kk)
  const show = (value: FieldValue): Text => {
    if (value === null) return NONE
    if (change.field === 'headId') return same(name(String(value)))
    if (change.field === 'address') return same(addressIn(value as Family['address'], placeName))
    return change.field === 'status' ? (FAMILY_STATUS[String(value)] ?? same(String(value))) : same(String(value))
  }
  const thing = {
    status: ['Status KK', 'State of the family card'],
    headId: ['Kepala keluarga', 'Head of the family'],
    address: ['Alamat KK', 'Address of the family card'],
    kk: ['Nomor KK', 'Family card number'],
  }[change.field]
  return [row(join(thing[0]!, thing[1]!, about), show(change.before), show(change.after))]
}

const FAMILY_STATUS: Readonly<Record<string, Text>> = {
  active: { id: 'berlaku', en: 'active' },
  moving: { id: 'sedang pindah', en: 'moving' },
  retired: { id: 'tidak berlaku lagi', en: 'retired' },
}

function deedSet(change: Extract<Change, { kind: 'deed-set' }>, view: RegisterView): readonly BeforeAfter[] {
  const deed = view.deeds.get(change.deedId)
  const thing =
    deed === undefined
      ? { id: 'Akta', en: 'Deed' }
      : join(DEED_WORDS[deed.register].id, DEED_WORDS[deed.register].en, deed.number)
  if (change.field === 'status')
    return [
      row(
        thing,
        { id: 'berlaku', en: 'valid' },
        change.after === 'cancelled' ? { id: 'dibatalkan', en: 'cancelled' } : { id: 'berlaku', en: 'valid' },
      ),
    ]
  if (change.field === 'endedOn')
    return [
      row(
        thing,
        NONE,
        change.after === null
          ? { id: 'berlangsung lagi', en: 'continues' }
          : dated('berakhir', 'ended', String(change.after)),
      ),
    ]
  return []
}
