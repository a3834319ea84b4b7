// The one list of what is sealed or found by a keyed hash in the database, for turning keys. Must stay true: every such column
// stands here (a test reads the database's catalogue), with the context its module seals it with.
import { answersContext, contactContext, noteContext } from '../modules/cases/case-codec.ts'
import { paperContext, signedContext } from '../modules/cases/paper-signing.ts'
import { contentContext } from '../modules/cases/report-commands.ts'
import { findingsContext } from '../modules/convergence/audit-commands.ts'
import { visitContext } from '../modules/convergence/visit-commands.ts'
import { originalsContext, takenByContext } from '../modules/documents/cards.ts'
import { tokenContext } from '../modules/documents/prepare.ts'
import { referralContext } from '../modules/growth/alert-commands.ts'
import { detailsContext as childDetails, nikContext as childNik } from '../modules/growth/child-codec.ts'
import { importFileContext } from '../modules/growth/exchange/import-file.ts'
import { exchangeItemContext } from '../modules/growth/exchange/outbox-commands.ts'
import { targetContext } from '../modules/growth/exchange/outgoing-commands.ts'
import { detailsContext as womanDetails, nikContext as womanNik } from '../modules/growth/pregnancy/pregnancy-codec.ts'
import { partnerKeyContext } from '../modules/partners/check-command.ts'
import { wordsContext } from '../modules/privacy/codec.ts'
import { identityContext } from '../modules/regions/officer-parts.ts'
import { factContext } from '../modules/register/fact-rows.ts'
import { deedContext, kkContext, noteContext as marginContext } from '../modules/register/family-row.ts'
import { seriesContext } from '../modules/register/number-store.ts'
import { detailsContext, nikContext, stayContext } from '../modules/register/person-row.ts'
import { planContext } from '../modules/register/prepared-store.ts'
import { letterContext } from '../modules/register/transfer-store.ts'
import { SURVEY_KEY } from '../modules/satisfaction/waiting-room.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { HASH_PURPOSE } from '../platform/secrets/reseal.ts'
import { openSealedText, seal } from '../platform/secrets/seal.ts'
import type { HashColumn, PlaceRow, SealedPlace, StayingPlace } from '../platform/secrets/sealed-place.ts'
import { talkContext } from './chat-binding.ts'
import { addressContext, standInContext } from './notify-binding.ts'

const of = (row: PlaceRow, column: string): string => row[column] ?? ''
/** A place whose context is made from one column of its key. */
const by = (
  table: string,
  column: string,
  key: string,
  context: (id: string) => string,
  hashes?: readonly HashColumn[],
): SealedPlace => ({
  table,
  column,
  contextOf: (row) => context(of(row, key)),
  ...(hashes === undefined ? {} : { hashes }),
})
const whole = (opened: string): string => opened
const member = (opened: string, name: string): string | undefined => {
  const value = (JSON.parse(opened) as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}

/** A signed paper that waits for its commit carries the token of its QR, sealed for the row it becomes. */
function tokenInside(ring: KeyRing, opened: string, row: PlaceRow): string {
  const document = JSON.parse(opened) as Record<string, unknown>
  const { tokenSealed } = document
  if (typeof tokenSealed !== 'string') return opened
  const context = tokenContext(of(row, 'document_id'))
  const token = openSealedText(ring, Buffer.from(tokenSealed, 'base64url'), context)
  return JSON.stringify({ ...document, tokenSealed: seal(ring, token, context).toString('base64url') })
}

export const SEALED_PLACES: readonly SealedPlace[] = [
  by('person', 'nik_sealed', 'person_id', nikContext, [{ column: 'nik_hash', valueOf: whole }]),
  by('person', 'details', 'person_id', detailsContext),
  by('family', 'kk_sealed', 'family_id', kkContext, [{ column: 'kk_hash', valueOf: whole }]),
  by('register_fact', 'sealed', 'fact_id', factContext),
  by('deed', 'details', 'deed_id', deedContext),
  by('margin_note', 'details', 'note_id', marginContext),
  by('number_reservation', 'series_sealed', 'kind', seriesContext),
  by('prepared_change', 'plan', 'case_id', planContext),
  { table: 'transfer', column: 'payload', also: ['letter'], contextOf: (row) => letterContext(of(row, 'letter')) },
  by('stay', 'details', 'stay_id', stayContext),
  by('case_file', 'answers', 'case_id', answersContext),
  {
    ...by('case_file', 'contact', 'case_id', contactContext, [
      {
        column: 'follow_up_hash',
        bytes: true,
        valueOf(opened, row) {
          const digits = member(opened, 'phone')?.slice(-4) ?? member(opened, 'digits')
          return row.number === null || digits === undefined ? undefined : `${of(row, 'number')}:${digits}`
        },
      },
    ]),
    also: ['number'],
  },
  by('case_event', 'note', 'case_id', noteContext),
  by('case_fault', 'note', 'case_id', noteContext),
  by('case_paper', 'data', 'document_id', paperContext),
  { ...by('case_paper', 'signed', 'document_id', signedContext), inside: tokenInside },
  by('event_report', 'content', 'report_id', contentContext),
  {
    table: 'chat_talk',
    column: 'state',
    contextOf: (row) => talkContext(of(row, 'region_code'), of(row, 'sender_hash')),
  },
  by('document', 'token_sealed', 'document_id', tokenContext),
  by('card', 'taken_by', 'card_id', takenByContext),
  by('card', 'originals_note', 'card_id', originalsContext),
  by('notice', 'address', 'notice_id', addressContext),
  {
    table: 'stand_in_message',
    column: 'sealed',
    shared: true,
    contextOf: (row) => standInContext(of(row, 'message_id')),
  },
  {
    table: 'officer_invitation',
    column: 'identity',
    contextOf: (row) => identityContext(of(row, 'region_code'), of(row, 'invitation_id')),
  },
  {
    table: 'officer_request',
    column: 'identity',
    contextOf: (row) => identityContext(of(row, 'region_code'), of(row, 'request_id')),
  },
  by('growth_child', 'nik_sealed', 'child_id', childNik, [{ column: 'nik_hash', valueOf: whole }]),
  by('growth_child', 'details', 'child_id', childDetails, [
    { column: 'mother_nik_hash', valueOf: (opened) => member(opened, 'motherNik') },
  ]),
  by('growth_pregnancy', 'nik_sealed', 'pregnancy_id', womanNik, [{ column: 'nik_hash', valueOf: whole }]),
  by('growth_pregnancy', 'details', 'pregnancy_id', womanDetails),
  by('growth_referral', 'words', 'referral_id', referralContext),
  by('growth_import', 'file', 'import_id', importFileContext),
  by('growth_exchange_item', 'payload', 'item_id', exchangeItemContext),
  by('partner', 'key_sealed', 'partner_id', partnerKeyContext),
  by('growth_exchange_target', 'secret', 'target', targetContext),
  by('convergence_audit_case', 'findings', 'case_id', findingsContext),
  by('convergence_family_visit', 'words', 'visit_id', visitContext),
  by('privacy_request', 'words', 'request_id', (id) => wordsContext('request', id)),
  by('privacy_request', 'answer', 'request_id', (id) => wordsContext('answer', id)),
  by('odd_read', 'words', 'alarm_id', (id) => wordsContext('alarm', id)),
  by('privacy_breach', 'facts', 'breach_id', (id) => wordsContext('breach', id)),
  by('privacy_breach_step', 'words', 'step_id', (id) => wordsContext('step', id)),
]

const stays = (
  table: string,
  column: string,
  form: StayingPlace['form'],
  until: string,
  purpose: string = HASH_PURPOSE,
): StayingPlace => ({ table, column, form, until, purpose })

export const STAYING_PLACES: readonly StayingPlace[] = [
  stays(
    'document',
    'printed',
    'hash-values',
    'what is printed on a paper is kept only as hashes; as long as the paper',
  ),
  stays(
    'document',
    'number_hash',
    'hash',
    'the number of a paper is kept only masked and hashed; as long as the paper',
  ),
  stays('document_link', 'pin_hash', 'hash', 'a PIN is known to its holder only; seven days'),
  stays('case_file', 'subject_key', 'hash-bytes', 'made from a whole application; until the case is cleared'),
  stays('case_help', 'code_hash', 'hash', 'a code shown once; minutes'),
  stays(
    'event_report',
    'source_hash',
    'hash',
    "made from the sender's own number, which is not kept; as long as the report",
  ),
  stays('chat_talk', 'sender_hash', 'hash', 'a sender is known only hashed; thirty days after the last word'),
  stays('number_series', 'series', 'hash', 'series of numbers count on under the first key, for ever (decision 0038)'),
  stays(
    'satisfaction_waiting',
    'place',
    'hash',
    'answers wait untouched, so that nobody can order them; days',
    SURVEY_KEY,
  ),
  stays(
    'satisfaction_waiting',
    'sealed',
    'sealed',
    'answers wait untouched, so that nobody can order them; days',
    SURVEY_KEY,
  ),
  stays('satisfaction_invitation', 'token_sealed', 'sealed', 'until it is used or over', SURVEY_KEY),
  stays(
    'journal_heads',
    'key_id',
    'key-id',
    'a signature is checked with the key that made it; for ever',
    'journal-sign',
  ),
  stays(
    'register_event',
    'key_id',
    'key-id',
    'a signature is checked with the key that made it; for ever',
    'journal-sign',
  ),
]
