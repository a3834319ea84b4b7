// The one registry of refusals: every module's sentences, collected at the top of the house.
import { refusals as kernel } from './kernel/refusals.ts'
import { refusals as assist } from './modules/cases/assist-refusals.ts'
import { refusals as cards } from './modules/cases/card-refusals.ts'
import { refusals as cases } from './modules/cases/refusals.ts'
import { refusals as drafts } from './modules/catalogue/draft-refusals.ts'
import { refusals as catalogue } from './modules/catalogue/refusals.ts'
import { refusals as wishes } from './modules/catalogue/wish-refusals.ts'
import { refusals as convergence } from './modules/convergence/refusals.ts'
import { refusals as documents } from './modules/documents/refusals.ts'
import { refusals as growthCare } from './modules/growth/care-refusals.ts'
import { refusals as growthExchange } from './modules/growth/exchange/refusals.ts'
import { refusals as growth } from './modules/growth/refusals.ts'
import { refusals as national } from './modules/national/refusals.ts'
import { refusals as partners } from './modules/partners/refusals.ts'
import { refusals as privacy } from './modules/privacy/refusals.ts'
import { refusals as deputies } from './modules/regions/deputy-refusals.ts'
import { refusals as profile } from './modules/regions/profile-refusals.ts'
import { refusals as regions } from './modules/regions/refusals.ts'
import { refusals as duplicates } from './modules/register/duplicates-refusals.ts'
import { refusals as register } from './modules/register/refusals.ts'
import { refusals as satisfaction } from './modules/satisfaction/refusals.ts'
import { refusals as auth } from './platform/auth/refusals.ts'
import { refusals as db } from './platform/db/refusals.ts'
import { refusals as files } from './platform/files/refusals.ts'
import { createRefusalRegistry, type RefusalList } from './platform/http/refusal-registry.ts'
import { refusals as http } from './platform/http/refusals.ts'
import { refusals as images } from './platform/images/refusals.ts'
import { refusals as jobs } from './platform/jobs/refusals.ts'

const LISTS: readonly RefusalList[] = [
  kernel,
  convergence,
  http,
  auth,
  images,
  files,
  db,
  jobs,
  catalogue,
  wishes,
  drafts,
  cases,
  assist,
  cards,
  deputies,
  register,
  duplicates,
  documents,
  satisfaction,
  growth,
  growthCare,
  growthExchange,
  regions,
  profile,
  privacy,
  partners,
  national,
]

export const refusalRegistry = createRefusalRegistry(LISTS)
