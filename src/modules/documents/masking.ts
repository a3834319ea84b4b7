// How names and numbers are shown to someone who only holds the paper. Pure.
// Must stay true: a mask tells the first letter of each word and its length, nothing more; a number its ends.

/** "Siti Aminah" -> "S*** A*****". Signs that are no letters stay (Nur'aini -> N**'****). */
export function maskName(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .split(/\s+/)
    .map((word) => [...word].map((letter, at) => (at === 0 || !/\p{L}/u.test(letter) ? letter : '*')).join(''))
    .join(' ')
}

/** First letters, for a screen reader: "S, A". */
export function initialsOf(maskedName: string): string {
  return maskedName
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join(', ')
}

/** "6311064503269901" -> "6311**********01". */
export function maskDigits(digits: string): string {
  return digits.length <= 6
    ? '*'.repeat(digits.length)
    : `${digits.slice(0, 4)}${'*'.repeat(digits.length - 6)}${digits.slice(-2)}`
}
