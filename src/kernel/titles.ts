// Titles and degrees that people write around a name. They never stand on a civil deed; on cards they have their own field.
// Must stay true: nobility and family names that look like titles (Gusti, Raden, Andin, Datu) are part of the name, not in here.

/** Written before a name; compared without full stops, in lower case. */
export const TITLES_BEFORE: ReadonlySet<string> = new Set([
  'h',
  'hj',
  'haji',
  'hajah',
  'hajjah',
  'dr',
  'drs',
  'dra',
  'drg',
  'drh',
  'ir',
  'prof',
  'kh',
  'tgh',
  'kyai',
  'kiai',
  'ust',
  'ustad',
  'ustadz',
  'ustadzah',
  'ustaz',
  'ustazah',
  'pdt',
  'pendeta',
  'bhikkhu',
  'biksu',
  'apt',
  'ns',
])

/** Written after a name; compared without full stops, in lower case. Distinct enough that no name is taken for one. */
export const TITLES_AFTER: ReadonlySet<string> = new Set([
  'spd',
  'spdi',
  'spdsd',
  'ssos',
  'ssosi',
  'skom',
  'sfarm',
  'skep',
  'skm',
  'sked',
  'ssi',
  'sst',
  'strkeb',
  'strkes',
  'strkep',
  'shut',
  'spsi',
  'sstp',
  'shum',
  'mpd',
  'mpdi',
  'msi',
  'mkes',
  'mkom',
  'mhum',
  'mkep',
  'mfarm',
  'mph',
  'msc',
  'mba',
  'mkn',
  'mtp',
  'ners',
  'amd',
  'amdkeb',
  'amdkep',
  'amkeb',
  'amapd',
  'phd',
  'lc',
  'bsc',
  'sppd',
  'spog',
  'apt',
])

/** Short degrees that could be a word of a name (`Se`, `Sos`, `Ama`): titles only when written with full stops or after a comma. */
export const SHORT_TITLES_AFTER: ReadonlySet<string> = new Set([
  'sh',
  'se',
  'st',
  'sp',
  'si',
  'ss',
  'sm',
  'sei',
  'shi',
  'sip',
  'sos',
  'spi',
  'spt',
  'stp',
  'spa',
  'spb',
  'skg',
  'sag',
  'ssn',
  'mm',
  'mt',
  'mh',
  'ma',
  'me',
  'mp',
  'map',
  'mag',
  'mip',
  'ama',
  'amk',
])

export type NameWithTitles = { readonly titleBefore: string; readonly name: string; readonly titleAfter: string }

/**
 * Splits `Drs. H. Ahmad Fauzi, S.Pd., M.M.` into what stands before, the name, and what stands after. A comma before anything else
 * than titles stays in the name, where the check of signs finds it.
 */
export function splitTitles(text: string): NameWithTitles {
  const [beforeComma = '', ...rest] = text.split(',')
  const parts = rest.map((part) => part.trim())
  const afterComma = parts.length > 0 && parts.every(isTitlePart) ? parts : []
  const words = (afterComma.length > 0 ? beforeComma : text).split(/\s+/).filter((word) => word !== '')
  let start = 0
  while (start < words.length - 1 && TITLES_BEFORE.has(plain(words[start]!))) start++
  let end = words.length
  while (end > start + 1 && isTitleAfter(words[end - 1]!)) end--
  const after = [words.slice(end).join(' '), ...afterComma].filter((part) => part !== '')
  return {
    titleBefore: words.slice(0, start).join(' '),
    name: words.slice(start, end).join(' '),
    titleAfter: after.join(', '),
  }
}

function isTitlePart(part: string): boolean {
  return (
    part !== '' &&
    part
      .split(/\s+/)
      .every((word) => word.includes('.') || TITLES_AFTER.has(plain(word)) || SHORT_TITLES_AFTER.has(plain(word)))
  )
}

/** The name as a card prints it with its title fields. */
export function joinTitles({ titleBefore, name, titleAfter }: NameWithTitles): string {
  return [titleBefore, name].filter((part) => part !== '').join(' ') + (titleAfter === '' ? '' : `, ${titleAfter}`)
}

function isTitleAfter(word: string): boolean {
  const letters = plain(word)
  const dotted = word.slice(0, -1).includes('.')
  if (SHORT_TITLES_AFTER.has(letters)) return dotted
  return TITLES_AFTER.has(letters)
}

function plain(word: string): string {
  return word.replaceAll('.', '').toLowerCase()
}
