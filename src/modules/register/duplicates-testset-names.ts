// Invented names for the labelled duplicate set, as common and as rare as names in South Kalimantan are: a few first words that half
// the people share, a long tail behind them. Must stay true: seeded, so that every run sees the same people; no real person's data.

/** Numbers from 0 to 1 from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Random = () => number

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

// Early entries are far likelier than late ones, as with names.
function pickCommon(random: Random, list: readonly string[]): string {
  return list[Math.floor(random() ** 1.7 * list.length)]!
}

const split = (text: string) => text.split(' ')

const MALE = split(
  'Rahman Rizky Fauzi Yusuf Hidayat Ramadhani Syahrul Fahri Rusdi Hasan Husin Ridwan Arifin Zainal Anwar Samsul Hamdani Rahmat Jumadi Mulyadi Supian Rafli Aditya Farhan Ilham Hafiz Akbar Naufal Raihan Iqbal Taufik Irfan Khairul Salman Zaki Fadli Rasyid Bahrudin Kamarudin Jamaludin Sarkani Asmuni Masrani Suriansyah Ardiansyah Hairani Aliansyah Helmi Gazali Kurdi Misran Tarmiji Utuh Johansyah Abdurrahman Mahyudin Syaifullah Najib Zulkifli Effendi Darmawan Wahyudi Saputra Pratama Maulana Gunawan Setiawan Nugroho Purnomo Santoso Budiman Sugianto Haryanto Susanto Hartono Prasetyo Kurniawan Firmansyah Alfian Rizal Dani Andi Agus Bayu Dimas Eko Fikri Galih Hendra Imam Joko Kamil Lukman Mansur Nasir Oktavian Pandu Qodir Reza Sofyan Tegar Umar Viki Wawan Yoga Zidan Azka Bilal Danish Emir Faiz Ghani Haikal Ibrahim Jibril Kenzo Luthfi Mirza Nabil Omar Rayyan Sultan Thoriq Uwais Yahya Zayyan Arsyad Basith Chairil Djoni Ersan Fathur Guntur Harun Idris Juhri Karim Latif Mukti Norman Padli Rofiq Sabri Tohir Usman Wildan Yani Zuhdi Amrullah Badri Dahlan Fachri Hanafi Ismail Junaidi Kadir Lamri Marwan Noval Rasidi Sahlan Tamrin Wahid Yamin',
)
const FEMALE = split(
  'Aminah Aisyah Fatimah Khadijah Zahra Rahmah Hasanah Mariani Rusmini Jumrah Hamsiah Arsinah Salamah Masitah Norhayati Nurhayati Hayati Maulida Ramadhani Azizah Latifah Jamilah Halimah Zainab Safitri Lestari Wulandari Rahmawati Hidayah Khairunnisa Annisa Nabila Salsabila Putri Aulia Humaira Syifa Naila Kirana Amelia Anggraini Puspita Permata Dewi Fitriani Handayani Indriani Kartika Kusuma Marlina Noviana Oktaviani Pertiwi Ratnasari Susanti Utami Wahyuni Yuliana Yunita Mutia Raudah Rabiatul Adawiyah Saudah Mastura Mahmudah Norjanah Bahriah Galuh Intan Mariatul Qibtiah Sarinah Rohani Sumiati Sulastri Suparmi Tuminah Wagiyem Painah Ngatini Kasmini Rukayah Syarifah Syamsiah Juhairiah Kamariah Lailatul Munawarah Nadia Olivia Puteri Qonita Rania Sabrina Talita Ulfah Vina Winda Yasmin Zaskia Alya Balqis Chairina Dahlia Elma Fauziah Ghina Hafsah Ida Jannah Kamila Laila Maryam Nafisa Rafa Sakinah Tasya Ummi Widya Yulia Zulaikha Asmah Basrah Darmawati Ernawati Faridah Hartati Irawati Juleha Kartini Linawati Mursidah Nurdiana Rosita Sriwahyuni Trisnawati Hernawati Mahrita Norlaila Rusdiana Sapiah Siah Timang Ambun Bulan',
)
const MALE_FIRST = ['Muhammad', 'Ahmad', 'Abdul', 'Akhmad', 'Noor', 'Tri', 'Dwi'] as const
const FEMALE_FIRST = ['Siti', 'Nur', 'Nor', 'Sri', 'Dwi', 'Tri'] as const

/** A full name. Older people more often have one word only. */
export function newName(random: Random, sex: 'L' | 'P', birthYear: number): string {
  const list = sex === 'L' ? MALE : FEMALE
  const words: string[] = []
  if (random() < (sex === 'L' ? 0.42 : 0.36)) words.push(pickCommon(random, sex === 'L' ? MALE_FIRST : FEMALE_FIRST))
  words.push(pickCommon(random, list))
  const more = birthYear < 1975 ? 0.45 : birthYear < 2005 ? 0.7 : 0.92
  if (random() < more) words.push(pickCommon(random, list))
  if (birthYear > 2000 && random() < 0.4) words.push(pickCommon(random, list))
  return [...new Set(words)].join(' ')
}
