// What comments talk about, in words an official knows: so that each of the three lowest elements stands beside its most frequent
// subjects. Counting words only: no comment is ever tied to an answer or a person.
import type { Text } from '../../kernel/text.ts'

export type Subject = {
  readonly key: string
  readonly meanings: readonly string[]
  readonly name: Text
  readonly words: RegExp
}

const subject = (key: string, meanings: string[], id: string, en: string, words: RegExp): Subject => ({
  key,
  meanings,
  name: { id, en },
  words,
})

/** `meanings` are those of the editions' elements. Words are stems, Indonesian, Banjar and English. */
export const SUBJECTS: readonly Subject[] = [
  subject(
    'queue',
    ['time', 'speed-2004', 'procedure'],
    'antrean',
    'queues',
    /\b(antre|antri|mengantre|mengantri|antrian|antrean|queue)/i,
  ),
  subject(
    'waiting',
    ['time', 'speed-2004', 'schedule-2004'],
    'menunggu lama',
    'long waiting',
    /\b(menunggu|tunggu|nunggu|lama|lambat|lawas|wait|slow)/i,
  ),
  subject(
    'late',
    ['time', 'speed-2004', 'schedule-2004'],
    'lewat dari janji',
    'later than promised',
    /\b(telat|terlambat|molor|belum (jadi|selesai)|lewat (janji|batas)|late)\b/i,
  ),
  subject(
    'hours',
    ['time', 'schedule-2004', 'discipline-2004'],
    'jam buka',
    'opening hours',
    /\b(jam (buka|istirahat|kerja|layanan)|tutup|buka jam|opening)/i,
  ),
  subject(
    'papers',
    ['requirements', 'requirements-2004'],
    'berkas dan fotokopi',
    'papers and copies',
    /\b(berkas|fotokopi|fotocopy|photocopy|dokumen|syarat|persyaratan|papers?|document)/i,
  ),
  subject(
    'again',
    ['procedure', 'procedure-2004', 'requirements'],
    'disuruh kembali',
    'sent back and forth',
    /\b(bolak[ -]?balik|disuruh (kembali|pulang|datang)|kembali lagi|pulang lagi|back again)/i,
  ),
  subject(
    'steps',
    ['procedure', 'procedure-2004', 'clarity-2004'],
    'langkah tidak jelas',
    'unclear steps',
    /\b(bingung|berbelit|ribet|rumit|langkah|alur|prosedur|tidak jelas|kada jelas|confus|unclear)/i,
  ),
  subject(
    'payment',
    ['cost', 'cost-2004', 'cost-certainty-2004'],
    'diminta bayar',
    'asked to pay',
    /\b(bayar|membayar|dibayar|uang|pungli|pungutan|biaya|calo|imbalan|amplop|suap|tarif|paid|pay|money|bribe|fee)\b/i,
  ),
  subject(
    'error',
    ['product', 'competence'],
    'salah tulis pada hasil',
    'mistakes in the result',
    /\b(salah (tulis|ketik|nama|cetak|tanggal)|keliru|typo|wrong name|mistake)/i,
  ),
  subject(
    'knowledge',
    ['competence', 'competence-2004', 'responsibility-2004'],
    'penjelasan petugas',
    'explanations by staff',
    /\b(tidak tahu|kurang paham|penjelasan|menjelaskan|dilempar|explain|did not know)/i,
  ),
  subject(
    'friendly',
    ['conduct', 'courtesy-2004', 'fairness-2004'],
    'petugas ramah',
    'friendly staff',
    /\b(ramah|sopan|baik sekali|membantu|friendly|polite|helpful)/i,
  ),
  subject(
    'rude',
    ['conduct', 'courtesy-2004', 'fairness-2004'],
    'petugas kurang sopan',
    'unfriendly staff',
    /\b(judes|kasar|ketus|cuek|marah|dimarahi|tidak (sopan|ramah)|pilih kasih|rude|unfriendly)/i,
  ),
  subject(
    'reply',
    ['complaints'],
    'keluhan tidak dijawab',
    'complaints without reply',
    /\b(tidak (dijawab|dibalas|direspon|ditanggapi)|keluhan|komplain|lapor|complain|no reply)/i,
  ),
  subject(
    'room',
    ['facilities', 'comfort-2004'],
    'ruang tunggu dan kursi',
    'waiting room and seats',
    /\b(ruang tunggu|ruangan|kursi|panas|kipas|(?:ber)?ac\b|seat|room)/i,
  ),
  subject('toilet', ['facilities', 'comfort-2004'], 'toilet', 'toilets', /\b(toilet|wc|kamar mandi|restroom)\b/i),
  subject('parking', ['facilities', 'safety-2004'], 'parkir', 'parking', /\b(parkir|parking)/i),
  subject(
    'access',
    ['facilities', 'comfort-2004', 'fairness-2004'],
    'jalan untuk kursi roda dan lansia',
    'access for wheelchairs and elders',
    /\b(kursi roda|tangga|difabel|disabilitas|lansia|wheelchair|stairs|elder)/i,
  ),
  subject(
    'app',
    ['facilities', 'procedure'],
    'aplikasi dan jaringan',
    'app and network',
    /\b(aplikasi|website|situs|internet|sinyal|jaringan|server|error|app|network)\b/i,
  ),
]

export type SubjectCount = { readonly key: string; readonly name: Text; readonly comments: number }

/** The subjects most comments speak of, among those of an element's meaning; fewer than `atLeast` comments are not named, so
 *  that one person's words do not stand out. Equal ones in the order of the list. */
export function subjectsOf(meaning: string, comments: readonly string[], most = 3, atLeast = 2): SubjectCount[] {
  return SUBJECTS.filter((s) => s.meanings.includes(meaning))
    .map(({ key, name, words }) => ({ key, name, comments: comments.filter((comment) => words.test(comment)).length }))
    .filter((count) => count.comments >= atLeast)
    .sort((a, b) => b.comments - a.comments)
    .slice(0, most)
}

/** True when a comment speaks of payment: then the way to the inspectorate is offered. */
export function speaksOfPayment(comment: string): boolean {
  return SUBJECTS.find((s) => s.key === 'payment')!.words.test(comment)
}
