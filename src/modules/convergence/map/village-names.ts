// How files of boundaries call a village: the columns of the mapping agency (BIG), the statistics office and village offices, lower
// case. Pure.
export const NAME_COLUMNS = ['wadmkd', 'namobj', 'desa', 'nama_desa', 'kelurahan', 'nama', 'name', 'village'] as const

/** The name a feature gives its village, where it gives one. */
export function nameIn(properties: Readonly<Record<string, string>>): string | undefined {
  return NAME_COLUMNS.map((column) => properties[column]).find((name) => name !== undefined && name !== '')
}
