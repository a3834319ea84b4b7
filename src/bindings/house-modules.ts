// The areas of the product on their ground, each with what it needs of the others.
import { bindConvergenceHouse } from './convergence-binding.ts'
import { growthContext } from './growth-context.ts'
import { casesContext } from './house-cases.ts'
import type { Ground } from './house-ground.ts'
import { bindNational } from './national-binding.ts'
import { bindSurvey, SURVEY_UNIT } from './survey-binding.ts'
import { bindWatch } from './watch-binding.ts'

export type Modules = ReturnType<typeof openModules>

export function openModules(ground: Ground) {
  const { log, areas, regions, notify, papers } = ground
  const cases = casesContext(ground, (tx, file) => survey.invite(tx, file))
  const regionCodes = async () => [...(await regions.all()).keys()]
  const survey = bindSurvey(cases, regionCodes, log, async (code) => [
    { id: SURVEY_UNIT, name: regions.get(code).profile.unit },
  ])
  notify.surveyLink = survey.linkOf
  const growth = growthContext(cases)
  const convergence = bindConvergenceHouse(cases, areas, regionCodes, papers)
  const national = bindNational(cases)
  const watch = bindWatch(cases, regionCodes, notify.contactOf, notify.mailAlarms)
  return { cases, regionCodes, survey, growth, convergence, national, watch }
}
