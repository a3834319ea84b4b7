// The short texts of the services in a language of the region, read once from the services' folder.
import * as v from 'valibot'
import { readShortFiles } from '../modules/catalogue/files.ts'
import { type ShortText, ShortTextsSchema } from '../modules/catalogue/short-texts.ts'
import { packagePath } from '../platform/paths.ts'

export type ShortTextsOf = (serviceId: string, pageId: string) => ShortText | undefined

/** Throws on a faulty file: they come with the program and were checked before. The first language of a service is shown. */
export function shortTextsOfProgram(): ShortTextsOf {
  const known = Object.entries(readShortFiles(packagePath('services'))).map(
    ([service, files]) => [service, files.map((raw) => v.parse(ShortTextsSchema, raw))] as const,
  )
  const byService = new Map(known)
  return (serviceId, pageId) => {
    const found = byService.get(serviceId)?.find(({ pages }) => pages[pageId] !== undefined)
    const text = found?.pages[pageId]
    return found === undefined || text === undefined
      ? undefined
      : { language: found.language, text, confirmed: found.confirmed }
  }
}
