// Words of the card desk, the blanks and the hand-over. Pure; the lists are the choices the forms offer.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const KIND_NAMES = { 'ktp-el': t('KTP-el', 'Identity card'), kia: t('KIA', 'Child card') } as const

const SPOIL_WORDS: readonly { readonly value: string; readonly label: Text }[] = [
  { value: 'misprint', label: t('Salah cetak', 'Misprint') },
  { value: 'printer', label: t('Printer macet', 'Printer jam') },
  { value: 'chip', label: t('Cip tidak terbaca', 'Chip not readable') },
  { value: 'wrong-data', label: t('Data keliru', 'Wrong data') },
  { value: 'damaged-blank', label: t('Blangko cacat', 'Damaged blank') },
]

/** A child card carries no chip. */
export const spoilWords = (kind: keyof typeof KIND_NAMES) =>
  SPOIL_WORDS.filter(({ value }) => kind === 'ktp-el' || value !== 'chip')

export const RELATIONS: readonly { readonly value: string; readonly label: Text }[] = [
  { value: 'self', label: t('Pemilik kartu', 'The holder') },
  { value: 'parent', label: t('Ayah atau ibu', 'Parent') },
  { value: 'spouse', label: t('Suami atau istri', 'Spouse') },
  { value: 'family', label: t('Keluarga lain dalam satu KK', 'Other member of the family card') },
  { value: 'village-officer', label: t('Petugas desa, diantar', 'Village officer, delivered') },
  { value: 'mandate', label: t('Penerima kuasa tertulis', 'Holder of a written mandate') },
]

export const MOVE_CAUSES: Readonly<Record<string, Text>> = {
  received: t('Diterima', 'Received'),
  printed: t('Dipakai mencetak', 'Used for printing'),
  counted: t('Hasil hitung', 'Count'),
  returned: t('Dikembalikan', 'Returned'),
}

export const CARD_STATES: Readonly<Record<string, Text>> = {
  wanted: t('menunggu cetak', 'to be printed'),
  printed: t('dicetak, belum diperiksa', 'printed, not checked'),
  ready: t('siap', 'ready'),
  'handed-over': t('sudah diserahkan', 'handed over'),
  withdrawn: t('ditarik', 'withdrawn'),
}

export const CARD_WORDS = {
  desk: t('Cetak kartu', 'Print cards'),
  stock: t('Blangko', 'Blanks'),
  handOver: t('Penyerahan', 'Hand-over'),
  kind: t('Jenis kartu', 'Kind of card'),
  left: t('{count} blangko tersisa.', '{count} blanks left.'),
  leftLow: t('Blangko tinggal {count}.', 'Only {count} blanks left.'),
  leftLowText: t(
    'Catat kiriman baru, atau minta ke provinsi hari ini.',
    'Record a new delivery, or ask the province today.',
  ),
  toPrint: t('Menunggu dicetak', 'To be printed'),
  toPrintCaption: t(
    'Kartu yang menunggu dicetak, yang paling lama di atas',
    'Cards to be printed, longest waiting first',
  ),
  toPrintLead: t(
    'Tandai yang dicetak sekarang. Nomor blangko naik satu setiap kartu, dari atas ke bawah.',
    'Mark those you print now. The blank numbers go up by one, from top to bottom.',
  ),
  mark: t('Cetak kartu {name}', 'Print the card of {name}'),
  pick: t('Pilih', 'Choose'),
  holder: t('Atas nama', 'Name'),
  service: t('Layanan', 'Service'),
  village: t('Desa, kecamatan', 'Village, district'),
  since: t('Sejak', 'Since'),
  again: t('cetak ulang ke-{count}', 'reprint {count}'),
  firstBlank: t('Nomor blangko pertama di printer', 'Number of the first blank in the printer'),
  firstBlankHint: t(
    'Sudah diisi nomor berikutnya. Ganti bila yang ada di printer lain.',
    'The next number is filled in. Change it when another one is in the printer.',
  ),
  printMarked: t('Catat sudah dicetak', 'Record as printed'),
  toCheck: t('Sudah dicetak, perlu diperiksa', 'Printed, to be checked'),
  toCheckCaption: t('Kartu yang sudah dicetak dan belum diperiksa', 'Cards printed and not yet checked'),
  toCheckLead: {
    'ktp-el': t(
      'Baca nama dan cip setiap kartu. Yang baik ditandai siap, yang rusak dicetak ulang.',
      'Read the name and the chip of each card. Mark the good ones ready; bad ones are printed again.',
    ),
    kia: t(
      'Baca nama dan lihat cetakan setiap kartu. Yang baik ditandai siap, yang rusak dicetak ulang.',
      'Read the name and look at the print of each card. Mark the good ones ready; bad ones are printed again.',
    ),
  },
  markReady: t('Kartu {name} baik', 'The card of {name} is good'),
  blank: t('Blangko', 'Blank'),
  readyMarked: t('Tandai siap diserahkan', 'Mark as ready'),
  spoil: t('Rusak', 'Spoiled'),
  spoilReason: t('Apa yang rusak?', 'What is wrong?'),
  spoilAct: t('Catat rusak, cetak ulang', 'Record as spoiled, print again'),
  act: t('Tindakan', 'Action'),
  stateOf: t('Keadaan', 'State'),
  printed: t(
    '{count} kartu dicatat sudah dicetak. Periksa hasilnya di bawah.',
    '{count} cards recorded as printed. Check them below.',
  ),
  made: t('{count} kartu siap diserahkan. Pemohon diberi tahu.', '{count} cards are ready. The applicants are told.'),
  nothingDone: t('Belum ada kartu yang dicatat.', 'No card was recorded.'),
  spoiled: t(
    'Blangko dicatat rusak, kartunya kembali ke antrean cetak.',
    'The blank is recorded as spoiled; the card is back in the queue.',
  ),
  deskEmpty: t('Tidak ada {kind} yang menunggu', 'No {kind} is waiting'),
  deskEmptyText: t(
    'Kartu muncul di sini begitu permohonannya ditandatangani kepala dinas.',
    'Cards appear here as soon as the head has signed their application.',
  ),
  stockTitle: t('Persediaan blangko', 'Stock of blanks'),
  stockLead: t(
    'Setiap blangko punya akhir: dicetak, rusak, atau masih di lemari.',
    'Each blank ends somewhere: printed, spoiled or still in the cupboard.',
  ),
  remaining: t('tersisa', 'left'),
  yearOf: t('Tahun {year}, sampai {now}', 'Year {year}, until {now}'),
  opening: t('Awal tahun', 'Start of the year'),
  received: t('Diterima', 'Received'),
  used: t('Dipakai', 'Used'),
  ofThemSpoiled: t('Di antaranya rusak', 'Of them spoiled'),
  counted: t('Selisih hitung', 'Count difference'),
  remainingNow: t('Sisa sekarang', 'Left now'),
  handed: t('Diserahkan', 'Handed over'),
  nextBlank: t('Nomor berikutnya', 'Next number'),
  stockCaption: t('Blangko per jenis kartu', 'Blanks by kind of card'),
  low: t('di bawah batas {limit}', 'below the limit of {limit}'),
  enough: t('cukup, batas {limit}', 'enough, limit {limit}'),
  receive: t('Catat kiriman blangko', 'Record a delivery'),
  count: t('Jumlah', 'Count'),
  countUnit: t('lembar', 'blanks'),
  first: t('Nomor blangko pertama', 'Number of the first blank'),
  firstHint: t(
    'Seperti pada kartu, misalnya KT0001234. Kosongkan bila tidak bernomor.',
    'As on the card, for example KT0001234. Leave empty when they carry none.',
  ),
  letter: t('Nomor surat jalan', 'Number of the delivery note'),
  receiveAct: t('Tambahkan ke persediaan', 'Add to the stock'),
  countTitle: t('Hitung ulang dan batas', 'Count and limit'),
  found: t('Yang ada di lemari sekarang', 'What lies in the cupboard now'),
  warnBelow: t('Ingatkan bila kurang dari', 'Warn below'),
  warnBelowHint: t('Kosongkan bila batasnya tetap.', 'Leave empty when the limit stays.'),
  countNote: t('Sebab selisih', 'Cause of the difference'),
  countNoteHint: t('Wajib bila hasil hitung berbeda dari catatan.', 'Needed when the count differs from the record.'),
  countAct: t('Simpan hasil hitung', 'Save the count'),
  moves: t('Gerakan terakhir', 'Latest movements'),
  movesCaption: t('Gerakan blangko 30 hari, yang terbaru di atas', 'Movements of 30 days, newest first'),
  when: t('Waktu', 'Time'),
  cause: t('Sebab', 'Cause'),
  change: t('Perubahan', 'Change'),
  note: t('Catatan', 'Note'),
  movesEmpty: t('Belum ada gerakan', 'No movements yet'),
  movesEmptyText: t(
    'Kiriman, pencetakan, dan hasil hitung muncul di sini.',
    'Deliveries, printing and counts appear here.',
  ),
  received2: t('Kiriman dicatat.', 'The delivery is recorded.'),
  countedDone: t('Hasil hitung disimpan.', 'The count is saved.'),
  packets: t('Siap diserahkan', 'Ready to hand over'),
  packetsCaption: t('Paket kartu yang menunggu penerimanya', 'Packets waiting for their receiver'),
  all: t('Semua', 'All'),
  uncollected: t('Lebih dari 30 hari', 'More than 30 days'),
  filter: t('Saring', 'Filter'),
  find: t('Cari nomor permohonan', 'Find an application number'),
  search: t('Cari', 'Find'),
  notFound: t(
    'Tidak ada paket dengan nomor ini. Periksa angkanya, atau tanyakan bagian cetak.',
    'No packet has this number. Check it, or ask those who print.',
  ),
  application: t('Permohonan', 'Application'),
  cards: t('Isi paket', 'Packet'),
  readySince: t('Siap sejak', 'Ready since'),
  give: t('Serahkan', 'Hand over'),
  packetsEmpty: t('Tidak ada paket yang menunggu', 'No packet is waiting'),
  packetsEmptyText: t(
    'Paket muncul di sini setelah kartunya dicetak dan diperiksa.',
    'Packets appear here once their cards are printed and checked.',
  ),
  handed2: t('Paket diserahkan, permohonan selesai.', 'The packet is handed over; the application is completed.'),
  toWhom: t('Diserahkan kepada siapa?', 'To whom?'),
  takenBy: t('Nama lengkap penerima', 'Full name of the receiver'),
  takenByHint: t('Seperti pada KTP yang diperlihatkan.', 'As on the identity card shown.'),
  relation: t('Hubungan dengan pemilik kartu', 'Relation to the holder'),
  originals: t('Asli yang diperlihatkan', 'Originals shown'),
  originalsHint: t('Tandai yang sudah Anda lihat sendiri.', 'Mark what you have seen yourself.'),
  identity: t('KTP atau identitas penerima', 'Identity card of the receiver'),
  originalsNote: t('Mengapa ada yang tidak diperlihatkan?', 'Why was one not shown?'),
  proof: t('Bukti serah terima', 'Proof of hand-over'),
  proofCode: t('Kode ambil dari ponsel', 'Pick-up code from the phone'),
  proofCodeHint: t('Enam angka yang dikirim ke pemohon.', 'Six digits sent to the applicant.'),
  proofSlip: t('Tanda terima ditandatangani', 'Signed slip'),
  proofSlipHint: t('Ditandatangani penerima, lalu masuk arsip.', 'Signed by the receiver, then filed.'),
  code: t('Kode ambil', 'Pick-up code'),
  slip: t('Nomor tanda terima', 'Number of the slip'),
  handOverAct: t('Serahkan, permohonan selesai', 'Hand over and complete'),
  packet: t('Isi paket', 'In the packet'),
  blankNo: t('blangko {blank}', 'blank {blank}'),
  noCode: t(
    'Pemohon ini tidak memberi nomor ponsel, jadi tidak ada kode. Pakai tanda terima.',
    'This applicant gave no phone, so there is no code. Use the slip.',
  ),
  handedOver: t('Paket ini sudah diserahkan.', 'This packet was handed over.'),
  notReady: t('Paket ini belum dapat diserahkan.', 'This packet cannot be handed over yet.'),
  notReadyText: t(
    'Lihat keadaan setiap kartunya. Paket muncul di daftar begitu semuanya siap.',
    'See the state of each card. The packet is on the list once all are ready.',
  ),
} as const satisfies Record<string, Text | Readonly<Record<keyof typeof KIND_NAMES, Text>>>
