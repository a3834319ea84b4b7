// Two validators written by others judge our FHIR: @medplum/core (structure, cardinality, types, formats, the FHIRPath
// invariants of HL7's definitions) and fhir of Lantana (structure, cardinality, codes of required value sets). Tests only.
// The definitions are HL7's R4 4.0.1 (CC0), nine resources and the types they use, without their prose.
import { readFileSync } from 'node:fs'
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { Fhir } from 'fhir'

const definitions = JSON.parse(readFileSync(new URL('./tables/r4-definitions.json', import.meta.url), 'utf8'))
indexStructureDefinitionBundle(definitions)
const lantana = new Fhir()

/** Faults found by @medplum/core, with the place of each. */
export function medplumFaults(resource: object): readonly string[] {
  try {
    validateResource(JSON.parse(JSON.stringify(resource)))
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    const issues: readonly { expression?: readonly string[]; details?: { text?: string } }[] = error.outcome.issue ?? []
    return issues.map((issue) => `${issue.expression?.join()}: ${issue.details?.text}`)
  }
}

/** Errors found by fhir; its notes on value sets that it does not carry (LOINC, SNOMED CT, ICD-10) are left out. */
export function lantanaFaults(resource: object): readonly string[] {
  const { messages } = lantana.validate(JSON.parse(JSON.stringify(resource)), { errorOnUnexpected: true })
  return messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`)
}
