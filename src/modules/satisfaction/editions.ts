// The editions this program ships, read once and checked when the module loads: a broken file stops a start, not a survey.
import kep2004 from '../../../instruments/satisfaction/kep-25-2004.json' with { type: 'json' }
import permenpan2017 from '../../../instruments/satisfaction/permenpan-14-2017.json' with { type: 'json' }
import permenpan2014 from '../../../instruments/satisfaction/permenpan-16-2014.json' with { type: 'json' }
import { type Edition, readEdition } from './edition.ts'

function load(json: unknown): Edition {
  const read = readEdition(json)
  if (!read.ok)
    throw new Error(`Broken edition of the survey: ${read.faults.map((f) => `${f.at}: ${f.says}`).join('; ')}`)
  return read.edition
}

/** Newest first. */
export const editions: readonly Edition[] = [permenpan2017, permenpan2014, kep2004].map(load)

export function findEdition(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id)
}

export function getEdition(id: string): Edition {
  const edition = findEdition(id)
  if (!edition) throw new Error(`No such edition of the survey: ${id}`)
  return edition
}

/** The edition new periods are asked with. */
export const currentEdition: Edition = editions.find((edition) => edition.current)!
