// Which passwords officers may choose: long enough, and nothing that is guessed first. Pure. Must stay true: nothing of a
// password is kept or told; a good pass phrase of four words always passes.

export const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 128

/** What guessers begin with, here and elsewhere: keyboards, names, faith, football, the office itself. */
const FIRST_GUESSES = `password passw0rd katasandi rahasia rahasiaku sayang sayangku cintaku cinta iloveyou bismillah
alhamdulillah assalamualaikum insyaallah allahuakbar muhammad indonesia merdeka garuda pancasila jakarta bandung surabaya
banjarmasin banjarbaru kalimantan kalsel balangan paringin tabalong tanjung amuntai hulu sungai disdukcapil dukcapil capil
dinas kependudukan kabupaten puja indah pujaindah petugas operator admin administrator adminadmin superadmin root user guest
welcome selamat datang selamatdatang letmein qwerty qwertyuiop qwertyuiopas asdfghjkl zxcvbnm qazwsx qazwsxedc monyet monkey
dragon master football sepakbola persija persib barcelona liverpool manchester juventus realmadrid chelsea bola naruto pokemon
superman batman sunshine princess whatever trustno one freedom starwars computer komputer internet samsung android google
facebook instagram whatsapp server sekolah keluarga bahagia ganteng cantik jelek kucing anjing mama papa ibu ayah bapak
changeme default secret test testing coba cobacoba demo contoh belajar senin selasa rabu kamis jumat sabtu minggu januari
februari maret april mei juni juli agustus september oktober november desember`
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)
const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]
const LETTERS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Undefined when it may be used. `about`: words that belong to the person, such as name and address. */
export function judgePassword(
  password: string,
  about: readonly string[] = [],
): 'password-short' | 'password-long' | 'password-common' | undefined {
  if ([...password].length < SHORTEST_PASSWORD) return 'password-short'
  if (Buffer.byteLength(password) > LONGEST_PASSWORD) return 'password-long'
  const low = password.toLowerCase()
  if (new Set(low).size < 6) return 'password-common'
  const own = about.flatMap((word) => word.toLowerCase().split(/[^a-z0-9]+/)).filter((word) => word.length >= 3)
  const plain = low.replace(/[013457@$!]/g, (sign) => LETTERS[sign] ?? sign)
  // What is left when everything guessable is taken out must still be worth something.
  const left = Math.min(rest(low, own), rest(plain, own))
  return left < 6 ? 'password-common' : undefined
}

/** How many characters remain that no list and no row of keys explains. */
function rest(text: string, own: readonly string[]): number {
  let left = text
  for (const word of [...own, ...FIRST_GUESSES]) if (word.length >= 3) left = left.split(word).join(' ')
  for (const row of ROWS)
    for (let length = 10; length >= 3; length--)
      for (let from = 0; from + length <= row.length; from++)
        left = left.split(row.slice(from, from + length)).join(' ')
  left = left.replace(/(19|20)\d\d/g, ' ').replace(/(.)\1{2,}/g, ' ')
  return new Set(left.replace(/[^\p{L}\p{N}]/gu, '')).size
}
